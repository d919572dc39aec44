import Cluster
import ClusterNATS
import NATSServerProcess

/// Two nodes, `n0` and `n1`, joined by a real nats-server; clerks live on `n1`.
struct NATSCluster: Sendable {
    let server: NATSServer
    let connections: [NATSConnection]
    let systems: [ClusterActorSystem]
    /// What clerks have posted, and `connected` for each connection's way back to its server.
    let moments: Moments

    var caller: ClusterActorSystem { systems[0] }

    /// A clerk as the other node sees it.
    func clerk(_ name: String = "a") throws -> Clerk { try caller.actor(named: name) }

    static func run(_ body: @escaping @Sendable (NATSCluster) async throws -> Void) async throws {
        try await NATSServer.with { server in
            try await run(on: server, NATSOptions(servers: [server.url]), body)
        }
    }

    /// Runs `body` with nodes that connect to `server` with the given options.
    static func run(
        on server: NATSServer, _ options: NATSOptions, _ body: @escaping @Sendable (NATSCluster) async throws -> Void
    ) async throws {
        let moments = Moments()
        var connections: [NATSConnection] = []
        var systems: [ClusterActorSystem] = []
        for number in 0..<2 {
            var options = options
            options.name = "n\(number)"
            let connection = try await NATSConnection.open(options)
            connection.observe { if $0 == .reconnected { moments.post("connected") } }
            connections.append(connection)
            systems.append(system(NodeID("n\(number)"), connection, moments))
        }
        let cluster = NATSCluster(server: server, connections: connections, systems: systems, moments: moments)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for system in systems { group.addTask { try await system.run() } }
            _ = try await cluster.answer()
            try await body(cluster)
            for system in systems { system.stop() }
            try await group.waitForAll()
        }
        for connection in connections { await connection.close() }
    }

    /// Calls until a call is answered: a packet for a node that does not receive yet is lost.
    func answer() async throws -> Int {
        while true {
            do {
                return try await CallOptions.withDeadline(.milliseconds(200)) { try await clerk("first").add(1, 2) }
            } catch let error as ClusterError where [.timeout, .unreachable].contains(error.code) {}
        }
    }

    private static func system(
        _ node: NodeID, _ connection: NATSConnection, _ moments: Moments
    ) -> ClusterActorSystem {
        var settings = ClusterSettings()
        settings.mailboxBound = 20_000
        let system = ClusterActorSystem(
            node: node, transport: NATSTransport(connection: connection, cluster: "test"), locator: .always("n1"),
            settings: settings)
        system.register(failure: Declined.self)
        system.register(Clerk.self) { _, system in Clerk(actorSystem: system, moments: moments) }
        return system
    }
}
