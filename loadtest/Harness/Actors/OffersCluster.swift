import NATSServerProcess

/// One node with its journal in JetStream, alone or replicated over three servers, for measurements.
struct OffersCluster: Sendable {
    /// Addresses of the NATS servers that the harness and the node are connected to.
    let (user, node): (String, String)

    /// Runs `body` beside a node of a cluster that has just been started.
    ///
    /// - Parameter folder: Where the servers and the node keep their data.
    static func with<Result: Sendable>(
        sundial: String, replicas: Int, in folder: String,
        _ body: @escaping @Sendable (OffersCluster) async throws -> Result
    ) async throws -> Result {
        @Sendable func serve(_ user: String, _ node: String) async throws -> Result {
            let process = NodeProcess(
                sundial: sundial, data: "\(folder)/node",
                arguments: ["--nats", node, "--replicas", String(replicas), "--site", "home"])
            do {
                _ = try await process.start()
                let result = try await body(OffersCluster(user: user, node: node))
                await process.kill()
                return result
            } catch {
                await process.kill()
                throw error
            }
        }
        if replicas == 1 {
            return try await NATSServer.with(in: folder) { try await serve($0.url, $0.url) }
        }
        return try await NATSServerCluster.with(in: folder) { cluster in
            try await serve(cluster.servers[0].url, cluster.servers[1].url)
        }
    }

    private init(user: String, node: String) {
        self.user = user
        self.node = node
    }
}
