/// What is measured while a run goes on.
struct RunMeasures: Sendable {
    /// From the caller's intended send to the agent's receipt, for contacts that found an idle agent.
    var routing = Latency()
    /// The same for every contact's first offer.
    var arrivalToOffer = Latency()
    /// From an agent's becoming free to their receipt of the next waiting contact's offer.
    var freedToOffer = Latency()
    /// From the intended send of a contact's opening to its acknowledgement.
    var opening = Latency()
    var counts = RunCounts()
    var seconds: [SecondCounts] = []
    /// Waits of those answered, in microseconds of business time.
    var answeredWaits: Int64 = 0
    /// Waits of those who gave up, in microseconds of business time.
    var abandonedWaits: Int64 = 0
    var answeredWithinThreshold = 0
    var abandonedWithinThreshold = 0
    var groups: [GroupCounts] = []
    /// Contacts by the sites that they were routed from and to.
    var routes = SiteRoutes()
    /// The most whole lives a second that were reached; 0 when that was not looked for.
    var mostLivesPerSecond = 0.0
    /// When the arrivals began and ended, in microseconds of the run, and how many lives were complete by then.
    var began: Int64 = 0
    var ended: Int64 = 0
    var completedBefore = 0
    var completedAtEnd = 0

    /// The counts of a second of the run.
    mutating func second(_ microseconds: Int64, _ change: (inout SecondCounts) -> Void) {
        let second = max(0, Int(microseconds / 1_000_000))
        guard second < 1_000_000 else { return }
        while seconds.count <= second { seconds.append(SecondCounts()) }
        change(&seconds[second])
    }
}
