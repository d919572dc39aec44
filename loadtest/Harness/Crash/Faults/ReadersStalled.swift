/// Agents cease to read their streams for a while; supervisors open streams of everything and read nothing at all.
struct ReadersStalled: Blow {
    private static let length: Duration = .seconds(3)
    private static let agents = 10
    private static let supervisors = 4

    func strike(_ cluster: ClusterUnderLoad, _ run: LoadRun) async throws(HarnessError) -> Outage {
        let began = ContinuousClock.now
        let target = try await cluster.frontTarget()
        await run.stallStreams(ofAgents: Self.agents, true)
        let supervisors = try await SilentReaders.open(Self.supervisors, of: "/v1/events", target: target)
        try await HarnessError.pause(Self.length)
        await run.stallStreams(ofAgents: Self.agents, false)
        supervisors.close()
        try await cluster.waitUntilServed()
        return Outage(since: began)
    }
}
