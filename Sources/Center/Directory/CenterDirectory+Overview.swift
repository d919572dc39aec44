import Cluster
import ContactCenter

extension CenterDirectory {
    /// How long others may take to answer: a node that does not is told to be so, not waited for.
    private static let glance: Duration = .seconds(1)
    /// How long they may take where their journals' stores are asked as well.
    private static let look: Duration = .seconds(5)

    /// The whole cluster at a glance; answered within about a second, whatever is down.
    public func overview() async -> ClusterOverview {
        await overview(within: Self.glance) { entry, _ in entry }
    }

    /// The whole cluster with what looks stuck in each partition and what the journals' stores say of themselves;
    /// answered within some seconds, whatever is down.
    public func examination() async -> ClusterOverview {
        await overview(within: Self.look) { entry, actor in
            var entry = entry
            entry.findings = try await actor.findings()
            entry.store = try await actor.inspect()
            return entry
        }
    }

    /// This node's own report.
    public func report() async throws(CenterError) -> NodeReport {
        try await call { try await nodeActor(system.node).report() }
    }

    /// Why this node is not to take part: another that lives numbers the partitions otherwise; nil when none does.
    func conflictOfLayouts() async -> CenterError? {
        let others = members().map(\.member).filter { $0.node != system.node && $0.heartbeat.standing != .client }
        for (member, report) in zip(others, await concurrently(others) { await report(of: $0, within: Self.glance) }) {
            guard let report, layout.agreement(with: report.layout) == .conflicting else { continue }
            return CenterError(
                .invalid,
                "The node \(member.node) numbers the cluster's partitions \(report.layout.listed), and this one numbers them "
                    + "\(layout.numbered.listed): both would give out the same ids. Nothing was taken over. Start every node "
                    + "with the same --sites and --partitions-per-site.")
        }
        return nil
    }

    func nodeActor(_ node: NodeID) throws -> NodeActor {
        try system.actor(named: node.name)
    }

    private func overview(
        within time: Duration,
        _ complete:
            @escaping @Sendable (ClusterOverview.PartitionEntry, PartitionActor) async throws ->
            ClusterOverview.PartitionEntry
    ) async -> ClusterOverview {
        let members = members()
        async let nodes = concurrently(members) { member in
            ClusterOverview.NodeEntry(
                member: member.member, silence: member.silence, report: await report(of: member.member, within: time))
        }
        async let partitions = concurrently(layout.places) { place in
            await entry(of: place, members.map(\.member), within: time, complete)
        }
        return ClusterOverview(observer: system.node, nodes: await nodes, partitions: await partitions)
    }

    private func report(of member: Member, within time: Duration) async -> NodeReport? {
        guard member.state == .alive else { return nil }
        return try? await CallOptions.withDeadline(time) { try await nodeActor(member.node).report() }
    }

    private func entry(
        of place: CenterLayout.Place, _ members: [Member], within time: Duration,
        _ complete:
            @Sendable (ClusterOverview.PartitionEntry, PartitionActor) async throws ->
            ClusterOverview.PartitionEntry
    ) async -> ClusterOverview.PartitionEntry {
        let holdings = members.flatMap(\.heartbeat.holdings).filter { $0.partition == place.partition }
        var entry = ClusterOverview.PartitionEntry(
            place: place, owner: routing.map { $0.member.owner(of: place.partition)?.node } ?? system.node,
            lastHeard: holdings.max { $0.epoch < $1.epoch })
        guard entry.owner != nil else {
            entry.trouble = "no living node owns it"
            return entry
        }
        do {
            return try await CallOptions.withDeadline(time) {
                let actor = try partitionActor(place.partition)
                entry.status = try await actor.status()
                return try await complete(entry, actor)
            }
        } catch {
            entry.trouble = CenterError(of: error).message
            return entry
        }
    }
}
