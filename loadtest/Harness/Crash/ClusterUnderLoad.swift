import ContactCenter
import GatewayAPI
import GatewayClient
import NATSServerProcess

/// A cluster of three nodes over a NATS server: two that own the partition in turn, and one of another site through
/// which all load goes and which is never struck itself.
actor ClusterUnderLoad: CrashSubject {
    /// How long a frozen owner stays frozen after another has taken over, and how long it is then watched.
    private static let afterlife: Duration = .seconds(2)
    /// How long the cluster may take to serve again.
    private static let patience: Duration = .seconds(30)
    private static let pace: Duration = .milliseconds(10)

    private let fault: CrashFault
    private let server: NATSServer
    private let front: NodeProcess
    private let owners: [String: NodeProcess]
    private var client: GatewayClient?
    /// The node that was ended and is to be started again.
    private var missing: NodeProcess?

    /// - Parameter folder: Where the server and the nodes keep their data.
    init(sundial: String, folder: String, fault: CrashFault) throws(HarnessError) {
        self.fault = fault
        do throws(NATSServerError) {
            server = try NATSServer(in: "\(folder)/nats")
        } catch {
            throw HarnessError(.node, error.message, cause: error)
        }
        let url = server.url
        func node(_ name: String, _ arguments: String...) -> NodeProcess {
            NodeProcess(
                sundial: sundial, data: "\(folder)/\(name)",
                arguments: ["--nats", url, "--name", name, "--sites", "home"] + arguments)
        }
        front = node("front", "--site", "front", "--front")
        owners = ["home-1": node("home-1"), "home-2": node("home-2")]
    }

    func begin() async throws(HarnessError) -> Target {
        try await startServer()
        // The owners first, so that the front never finds itself alone.
        for node in owners.values { try await node.launch() }
        for node in owners.values { try await node.waitUntilListening() }
        _ = try await front.start()
        let token = try await NodeProcess.token(madeByOneOf: [front] + owners.values)
        let target = try await front.target(token: token)
        client = GatewayClient(address: target.url, token: target.token)
        return target
    }

    func strike() async throws(HarnessError) -> Duration? {
        let (owner, epoch) = try await findOwner()
        let began = ContinuousClock.now
        switch fault {
        case .nodeKilled, .ownerKilled:
            await owner.kill()
            missing = owner
        case .ownerDrained:
            await owner.tellToEnd()
            missing = owner
        case .ownerFrozen: await owner.freeze()
        case .serverKilled:
            await server.kill()
            try await startServer()
        }
        try await waitUntilServed(after: fault == .serverKilled ? 0 : epoch)
        let away = began.duration(to: .now)
        if fault == .ownerFrozen {
            try await pause(Self.afterlife)
            await owner.thaw()
            try await pause(Self.afterlife)
        }
        return away
    }

    func mend() async throws(HarnessError) -> Duration {
        guard let node = missing else { return .zero }
        missing = nil
        await node.waitUntilEnded()
        return try await node.start()
    }

    func end() async {
        for node in [front] + owners.values { await node.kill() }
        await server.end()
        await client?.shutdown()
    }

    private func startServer() async throws(HarnessError) {
        do throws(NATSServerError) { try await server.start() } catch {
            throw HarnessError(.node, error.message, cause: error)
        }
    }

    /// The node that owns the partition, as the front sees it.
    private func findOwner() async throws(HarnessError) -> (NodeProcess, epoch: UInt64) {
        let limit = ContinuousClock.now + Self.patience
        while .now < limit {
            if let nodes = try? await client?.nodes().items {
                let owner = nodes.filter { $0.state == "alive" && !$0.partitions.isEmpty }
                    .max { ($0.partitions.first?.epoch ?? 0) < ($1.partitions.first?.epoch ?? 0) }
                if let owner, let owned = owner.partitions.first, let process = owners[owner.id] {
                    return (process, owned.epoch)
                }
            }
            try await pause(Self.pace)
        }
        throw HarnessError(.node, "No node has come to own the partition within \(Self.patience.inSeconds) s.")
    }

    /// Returns once a read that needs the journal is answered by an owner of a later epoch.
    private func waitUntilServed(after epoch: UInt64) async throws(HarnessError) {
        let limit = ContinuousClock.now + Self.patience
        while .now < limit {
            if let status = try? await client?.status(), let partition = status.partitions.first,
                partition.epoch > epoch, (try? await client?.queues()) != nil
            {
                return
            }
            try await pause(Self.pace)
        }
        throw HarnessError(.node, "The cluster does not serve again after \(Self.patience.inSeconds) s.")
    }

    private func pause(_ duration: Duration) async throws(HarnessError) {
        do { try await Task.sleep(for: duration) } catch {
            throw HarnessError(.node, "The rounds were broken off.", cause: error)
        }
    }
}
