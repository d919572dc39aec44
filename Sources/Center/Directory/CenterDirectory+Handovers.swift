public import Cluster
import ContactCenter

extension CenterDirectory {
    /// Hands all partitions of a node over, and keeps it from taking any before ``resume(_:)``; it stays in the cluster.
    ///
    /// Returns once each of them is served elsewhere. Draining a node that is drained does nothing.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when there is no such node, it does not live, or no other could take over;
    ///   ``CenterError`` when the outcome is unknown.
    public func drain(_ node: NodeID) async throws -> [Handover] {
        let routing = try routing(for: node)
        try requireLiving(node, routing)
        let members = routing.member.membership.members
        let places = layout.places.filter { routing.member.owner(of: $0.partition)?.node == node }
        let hasHeir = { (place: CenterLayout.Place) in
            members.contains { $0.node != node && $0.isCandidate && layout.mayOwn(place, site: $0.heartbeat.site) }
        }
        guard members.contains(where: { $0.node != node && $0.isCandidate }), places.allSatisfy(hasHeir) else {
            throw Refusal(
                .wrongState,
                "No other node may take the partitions of \(node) over, so draining it would stop the center, or an island. "
                    + "Start another node, or let one take over again: sundial node resume NAME")
        }
        let start = system.clock.now
        // A call that was made again, because its answer was lost, names none of what had been handed over by then.
        let named = try await asking { try await nodeActor(node).drain() }
        let partitions = Set(named).union(places.map(\.partition))
        var handovers: [Handover] = []
        for partition in partitions.sorted() {
            handovers.append(await handover(of: partition, from: node, since: start))
        }
        return handovers
    }

    /// Lets a node take partitions over again. Those that other nodes own stay where they are.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when there is no such node, it does not live, or is about to end;
    ///   ``CenterError``.
    public func resume(_ node: NodeID) async throws {
        try requireLiving(node, try routing(for: node))
        try await asking { try await nodeActor(node).resume() }
    }

    /// Hands a partition over to a node by name; returns once it is served there.
    ///
    /// It stays there for as long as that node lives and is not drained. Moving it to where it is does nothing.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when there is no such partition or node, the node may not own it, nobody owns
    ///   it, or another node came first; ``CenterError`` when the outcome is unknown.
    public func move(_ partition: PartitionID, to node: NodeID) async throws -> Handover {
        try require(partition)
        let routing = try routing(for: node)
        let heir = try requireLiving(node, routing)
        guard heir.heartbeat.standing != .client else {
            throw Refusal(
                .wrongState, "\(node) is no node: it only calls others, and owns no partitions. Name a node instead.")
        }
        guard heir.isCandidate else {
            throw Refusal(
                .wrongState,
                heir.heartbeat.standing == .draining
                    ? "\(node) is drained and takes no partitions. Let it take them again first: sundial node resume \(node)"
                    : "The clock of \(node) is off by over 2 s, so it takes nothing over. Set its time (NTP) first.")
        }
        if let place = layout.place(of: partition), !layout.mayOwn(place, site: heir.heartbeat.site) {
            throw Refusal(
                .wrongState,
                "\(partition) is not for nodes of site \(heir.heartbeat.site): an island's nodes own its partitions and no "
                    + "others, and nobody else owns them. Name a node of \(partition.site).")
        }
        // Who has only just joined takes nothing over yet; until it does, the partition stays where it is.
        try await asking { try await nodeActor(node).waitUntilSettled() }
        let start = system.clock.now
        guard let owner = routing.member.owner(of: partition)?.node else {
            throw Refusal(
                .wrongState, "Nobody owns \(partition) now, so nobody can hand it over. See sundial doctor for why.")
        }
        if owner != node {
            do { try await call { try await nodeActor(owner).handOver(partition, to: node) } } catch {
                guard error.code == .movedAway else { throw error }
            }
        }
        let handover = await handover(of: partition, from: owner, since: start)
        guard handover.to == node else {
            throw Refusal(
                .conflict,
                "\(node) did not come to own \(partition): "
                    + (handover.to.map { "\($0) owns it now. " } ?? "nobody does yet. ")
                    + "Look into the log of \(node).")
        }
        return handover
    }

    /// Makes a call to a node; its refusal comes as it is, whatever goes wrong as a ``CenterError``.
    private func asking<Output>(_ body: () async throws -> Output) async throws -> Output {
        do { return try await repeating(nil, body) } catch let refusal as Refusal { throw refusal } catch {
            throw CenterError(of: error)
        }
    }

    /// Waits until a partition that was let go of is served again, by whomever.
    private func handover(of partition: PartitionID, from node: NodeID, since start: Duration) async -> Handover {
        let status = try? await call { try await partitionActor(partition).status() }
        return Handover(
            partition: partition, from: node, to: status == nil ? nil : routing?.member.owner(of: partition)?.node,
            epoch: status?.epoch, duration: system.clock.now - start)
    }

    private func routing(for node: NodeID) throws(Refusal) -> ClusterRouting {
        if let routing { return routing }
        throw Refusal(
            .wrongState,
            "The node \(system.node) stands alone: it was started without --nats, so there is nobody to hand over to.")
    }

    @discardableResult
    private func requireLiving(_ node: NodeID, _ routing: ClusterRouting) throws(Refusal) -> Member {
        let members = routing.member.membership.members.filter { $0.heartbeat.standing != .client }
        guard let member = members.first(where: { $0.node == node }) else {
            let names = members.map(\.node.name).joined(separator: ", ")
            throw Refusal(.notFound, "There is no node \(node) in the cluster; there are: \(names).")
        }
        guard member.state == .alive else {
            throw Refusal(
                .wrongState,
                member.state == .left
                    ? "\(node) has ended. Its partitions were taken over; sundial status says by whom."
                    : "\(node) was not heard for over a second and is suspected to be gone; its partitions are taken over."
            )
        }
        return member
    }
}
