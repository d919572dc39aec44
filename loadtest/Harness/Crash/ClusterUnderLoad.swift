import ContactCenter
import Foundation
import GatewayAPI
import GatewayClient
import NATSServerProcess

/// A cluster of several nodes over one NATS server or three: those that own the partitions in turn, and one through
/// which all load goes and which is never struck itself. Of several partitions each is struck in turn.
actor ClusterUnderLoad: CrashSubject {
    /// The node that owns the partition that is struck.
    struct Owner {
        let name: String
        let process: NodeProcess
        let epoch: UInt64
    }

    /// How long the cluster may take to serve again.
    static let patience: Duration = .seconds(60)
    private static let pace: Duration = .milliseconds(10)
    /// How long one look at the cluster may take: longer than a node waits for others when it is asked for an overview.
    private static let glance: Duration = .seconds(3)

    let plan: ClusterPlan
    let network: NetworkUnderLoad
    let owners: [String: NodeProcess]
    private let front: NodeProcess
    private var client: GatewayClient?
    /// A client of each node that owns partitions.
    private var clients: [String: GatewayClient] = [:]
    private var strikes = 0
    private var target: Target?
    /// The nodes that were ended and are to be started again.
    private var missing: [NodeProcess] = []

    /// - Parameter folder: Where servers and nodes keep their data.
    init(
        sundial: String, folder: String, setting: CrashFault.Setting, plan: ClusterPlan
    ) throws(HarnessError) {
        self.plan = plan
        let network = try NetworkUnderLoad(setting, plan, folder: "\(folder)/nats")
        func node(_ name: String, _ further: String...) -> NodeProcess {
            NodeProcess(
                sundial: sundial, data: "\(folder)/\(name)",
                arguments: [
                    "--nats", network.url(for: name), "--name", name, "--sites", plan.sites.joined(separator: ","),
                    "--partitions-per-site", String(plan.partitionsPerSite), "--replicas",
                    String(network.servers.count),
                ] + further)
        }
        self.network = network
        front = node(ClusterPlan.front, "--site", "front", "--front")
        var owners: [String: NodeProcess] = [:]
        for owner in plan.owners { owners[owner.name] = node(owner.name, "--site", owner.site) }
        if setting == .oneServer { owners[ClusterPlan.late] = node(ClusterPlan.late, "--clock-offset", "3600") }
        self.owners = owners
    }

    func begin() async throws(HarnessError) -> Target {
        try await network.start()
        // The owners first, so that the front never finds itself alone.
        for node in owners.values { try await node.launch() }
        for node in owners.values { try await node.waitUntilListening() }
        _ = try await front.start()
        let token = try await NodeProcess.token(madeByOneOf: [front] + owners.values)
        let target = try await front.target(token: token)
        self.target = target
        client = GatewayClient(address: target.url, token: target.token)
        for (name, node) in owners {
            let address = try await node.target(token: token)
            clients[name] = GatewayClient(address: address.url, token: address.token)
        }
        try await wait("Not every partition has come to have an owner") { [plan] client -> Void? in
            let owned = Set(try await client.nodes().items.flatMap { $0.partitions.map(\.id) })
            return owned.isSuperset(of: plan.partitions) ? () : nil
        }
        return target
    }

    func strike(_ fault: CrashFault, _ run: LoadRun) async throws(HarnessError) -> Outage? {
        strikes += 1
        return try await fault.blow.strike(self, run)
    }

    var struck: UInt16 { UInt16(max(0, strikes - 1) % plan.partitions.count) }

    /// The partition that is struck.
    private var partition: String { plan.partitions[Int(struck)] }

    /// The stream that holds the journal of the partition that is struck.
    var stream: String { ClusterPlan.stream(of: partition) }

    func mend() async throws(HarnessError) -> Duration {
        let began = ContinuousClock.now
        for node in missing {
            await node.waitUntilEnded()
            _ = try await node.start()
        }
        missing = []
        return began.duration(to: .now)
    }

    func differences() async throws(HarnessError) -> [String] {
        guard let client else { return [] }
        var differences: [String] = []
        for partition in plan.partitions {
            differences += try await PartitionAgreement.differences(in: partition, seenBy: client)
                .map { "\(partition): \($0)" }
        }
        return differences
    }

    func end() async {
        for node in [front] + owners.values { await node.kill() }
        await network.end()
        await client?.shutdown()
        for client in clients.values { await client.shutdown() }
    }

    /// Remembers a node that has ended or is about to, so that it is started again.
    func willMiss(_ node: NodeProcess) {
        missing.append(node)
    }

    /// The front's API.
    func frontTarget() throws(HarnessError) -> Target {
        guard let target else { throw HarnessError(.node, "The cluster was not started.") }
        return target
    }

    /// The node that owns the partition that is struck, as the front sees it.
    func findOwner() async throws(HarnessError) -> Owner {
        let partition = partition
        return try await wait("No node has come to own \(partition)") { [owners] client -> Owner? in
            let found = try await client.nodes().items.filter { $0.state == "alive" }.compactMap { node in
                node.partitions.first { $0.id == partition }.map { (node: node.id, epoch: $0.epoch) }
            }
            guard let owner = found.max(by: { $0.epoch < $1.epoch }), let process = owners[owner.node] else {
                return nil
            }
            return Owner(name: owner.node, process: process, epoch: owner.epoch)
        }
    }

    /// Returns once the partition that is struck has an owner of a later epoch, and a read that needs the journals of
    /// all partitions is answered.
    func waitUntilServed(after epoch: UInt64 = 0) async throws(HarnessError) {
        let partition = partition
        try await wait("The cluster does not serve again") { client -> Void? in
            let served = try await client.status().partitions.first { $0.id == partition }
            guard let served, served.epoch > epoch else { return nil }
            _ = try await client.queues()
            return ()
        }
    }

    /// When the first of the other nodes that may own partitions found a node missing; nil when none did in time.
    func whenMissed(_ name: String) async -> ContinuousClock.Instant? {
        let others = clients.filter { $0.key != name }.values
        let limit = ContinuousClock.now + Self.patience
        while .now < limit {
            for client in others {
                let isMissed = await Self.glance(at: client) { client in
                    try await client.nodes().items.contains { $0.id == name && $0.state != "alive" }
                }
                if isMissed == true { return .now }
            }
            do { try await HarnessError.pause(Self.pace) } catch { return nil }
        }
        return nil
    }

    /// Looks again and again until there is something; a look that hangs is given up.
    private func wait<Found: Sendable>(
        _ failure: String, until look: @escaping @Sendable (GatewayClient) async throws -> Found?
    ) async throws(HarnessError) -> Found {
        let limit = ContinuousClock.now + Self.patience
        while .now < limit, let client {
            if let found = await Self.glance(at: client, look) { return found }
            try await HarnessError.pause(Self.pace)
        }
        throw HarnessError(.node, "\(failure) within \(Self.patience.inSeconds) s.")
    }

    private static func glance<Found: Sendable>(
        at client: GatewayClient, _ look: @escaping @Sendable (GatewayClient) async throws -> Found?
    ) async -> Found? {
        await withTaskGroup(of: Found?.self) { group in
            group.addTask { try? await look(client) }
            group.addTask {
                try? await Task.sleep(for: glance)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
