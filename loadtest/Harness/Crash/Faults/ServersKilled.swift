import NATSServerProcess

/// Several NATS servers are killed at once, and started again.
struct ServersKilled: Blow {
    /// How many, if there are so many.
    let count: Int
    /// How long several stay away.
    private static let absence: Duration = .seconds(2)

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let servers = Array(cluster.network.servers.prefix(count))
        for server in servers { await server.kill() }
        if servers.count > 1 { try await HarnessError.pause(Self.absence) }
        try await cluster.network.start(servers)
        let back = ContinuousClock.now
        try await cluster.waitUntilServed()
        return Outage(since: back)
    }
}
