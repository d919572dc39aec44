import ContactCenter
import Foundation
import GatewayAPI
import GatewayClient
import NATSServerProcess

/// A cluster of several nodes over one NATS server or three: those that own the partition in turn, and one through
/// which all load goes and which is never struck itself.
actor ClusterUnderLoad: CrashSubject {
    /// The node that owns the partition.
    struct Owner {
        let name: String
        let process: NodeProcess
        let epoch: UInt64
    }

    /// How long the cluster may take to serve again.
    static let patience: Duration = .seconds(60)
    private static let partition = "home.0"
    /// The stream that holds the partition's journal.
    static let stream = "sundial-sundial-home_0-1"
    /// The node whose clock is off by an hour, if there is one.
    static let late = "home-3"
    private static let pace: Duration = .milliseconds(10)
    /// How long one look at the cluster may take.
    private static let glance: Duration = .seconds(1)

    let network: NetworkUnderLoad
    let owners: [String: NodeProcess]
    private let front: NodeProcess
    private var client: GatewayClient?
    private var target: Target?
    /// The nodes that were ended and are to be started again.
    private var missing: [NodeProcess] = []

    /// - Parameter folder: Where servers and nodes keep their data.
    init(sundial: String, folder: String, setting: CrashFault.Setting) throws(HarnessError) {
        let network = try NetworkUnderLoad(setting, folder: "\(folder)/nats")
        func node(_ name: String, _ further: String...) -> NodeProcess {
            NodeProcess(
                sundial: sundial, data: "\(folder)/\(name)",
                arguments: [
                    "--nats", network.url(for: name), "--name", name, "--sites", "home", "--replicas",
                    String(network.servers.count),
                ] + further)
        }
        self.network = network
        front = node("front", "--site", "front", "--front")
        var owners = ["home-1": node("home-1"), "home-2": node("home-2")]
        if setting == .oneServer { owners[Self.late] = node(Self.late, "--clock-offset", "3600") }
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
        return target
    }

    func strike(_ fault: CrashFault, _ run: LoadRun) async throws(HarnessError) -> ContinuousClock.Instant? {
        try await fault.blow.strike(self, run)
    }

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
        return try await PartitionAgreement.differences(in: Self.partition, seenBy: client)
    }

    func end() async {
        for node in [front] + owners.values { await node.kill() }
        await network.end()
        await client?.shutdown()
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

    /// The node that owns the partition, as the front sees it.
    func findOwner() async throws(HarnessError) -> Owner {
        try await wait("No node has come to own the partition") { [owners] client -> Owner? in
            let nodes = try await client.nodes().items
            let owner = nodes.filter { $0.state == "alive" && !$0.partitions.isEmpty }
                .max { ($0.partitions.first?.epoch ?? 0) < ($1.partitions.first?.epoch ?? 0) }
            guard let owner, let owned = owner.partitions.first, let process = owners[owner.id] else { return nil }
            return Owner(name: owner.id, process: process, epoch: owned.epoch)
        }
    }

    /// Returns once a read that needs the journal is answered by an owner of a later epoch.
    func waitUntilServed(after epoch: UInt64 = 0) async throws(HarnessError) {
        try await wait("The cluster does not serve again") { client -> Void? in
            guard let partition = try await client.status().partitions.first, partition.epoch > epoch else {
                return nil
            }
            _ = try await client.queues()
            return ()
        }
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
