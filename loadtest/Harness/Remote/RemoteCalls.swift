import Cluster
import ClusterNATS

/// Calls of a distributed actor on another node of this process, over NATS.
struct RemoteCalls: Sendable {
    private let caller: ClusterActorSystem
    private let payload: EchoPayload

    /// Runs `body` beside two nodes, `here` and `there`.
    static func with<Result: Sendable>(
        url: String, payload: [UInt8], _ body: (RemoteCalls) async throws -> Result
    ) async throws -> Result {
        let executor = DeliveringExecutor()
        var systems: [ClusterActorSystem] = []
        for name in ["here", "there"] {
            let connection = try await NATSConnection.open(NATSOptions(servers: [url], name: name))
            let system = ClusterActorSystem(
                node: NodeID(name), transport: NATSTransport(connection: connection, cluster: "loadtest"),
                locator: .always("there"), executor: executor)
            system.register(EchoActor.self) { _, system in EchoActor(actorSystem: system) }
            systems.append(system)
        }
        return try await withTaskExecutorPreference(executor) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for system in systems { group.addTask { try await system.run() } }
                let calls = RemoteCalls(caller: systems[0], payload: EchoPayload(payload))
                try await calls.waitUntilAnswered()
                let result = try await body(calls)
                for system in systems { system.stop() }
                try await group.waitForAll()
                return result
            }
        }
    }

    /// How long single calls take, one after another, made by a task of the pool as a node's are.
    func latencies(calls: Int) async throws -> Latencies {
        try await withThrowingTaskGroup(of: Latencies.self) { group in
            group.addTask { try await self.samples(calls: calls) }
            return try await group.next() ?? Latencies(nanoseconds: [])
        }
    }

    /// Calls a second with so many outstanding, spread over 64 actors.
    func rate(outstanding: Int, calls: Int) async throws -> Double {
        let actors = try (0..<64).map { try caller.actor(EchoActor.self, named: "many-\($0)") }
        let each = calls / outstanding
        let start = ContinuousClock.now
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<outstanding {
                group.addTask {
                    let echo = actors[number % actors.count]
                    for _ in 0..<each { _ = try await echo.echo(payload) }
                }
            }
        }
        return Double(each * outstanding) / ((ContinuousClock.now - start) / .seconds(1))
    }

    private func samples(calls: Int) async throws -> Latencies {
        let echo = try caller.actor(EchoActor.self, named: "one")
        for _ in 0..<calls / 10 { _ = try await echo.echo(payload) }
        let clock = ContinuousClock()
        var samples: [Int] = []
        samples.reserveCapacity(calls)
        for _ in 0..<calls {
            let start = clock.now
            _ = try await echo.echo(payload)
            samples.append(Int((clock.now - start) / .nanoseconds(1)))
        }
        return Latencies(nanoseconds: samples)
    }

    /// Calls until a call is answered: a packet for a node that does not receive yet is lost.
    private func waitUntilAnswered() async throws {
        let echo = try caller.actor(EchoActor.self, named: "first")
        for _ in 0..<50 {
            do {
                _ = try await CallOptions.withDeadline(.milliseconds(200)) { try await echo.echo(payload) }
                return
            } catch let error as ClusterError where error.code == .timeout {}
        }
        throw RemoteError("no call was answered within 10 s: see whether the nats-server is overloaded")
    }
}
