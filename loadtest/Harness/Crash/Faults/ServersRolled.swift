import NATSServerProcess

/// One NATS server after another hands over what it leads, sends its clients away and ends, and is started again.
struct ServersRolled: Blow {
    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let began = ContinuousClock.now
        for server in cluster.network.servers {
            await server.enterLameDuck()
            await server.waitUntilEnded()
            try await cluster.network.start([server])
        }
        try await cluster.waitUntilServed()
        return Outage(since: began)
    }
}
