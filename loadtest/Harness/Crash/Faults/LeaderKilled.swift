import NATSServerProcess

/// The NATS server that leads the journal's stream is killed, and started again once another leads.
struct LeaderKilled: Blow {
    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let leader = try await cluster.network.leader(of: cluster.stream)
        let began = ContinuousClock.now
        await leader.kill()
        try await cluster.waitUntilServed()
        try await cluster.network.start([leader])
        return Outage(since: began)
    }
}
