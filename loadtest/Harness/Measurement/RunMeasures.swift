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
    var answeredWithinThreshold = 0
    var abandonedWithinThreshold = 0
    var groups: [GroupCounts] = []
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

/// What happened in one second of a run.
public struct SecondCounts: Hashable, Sendable, Codable {
    public var arrivals = 0
    public var answered = 0
    public var abandoned = 0
    public var ended = 0
    /// Sum of the waits of those answered, in microseconds of business time.
    public var waits: Int64 = 0
    /// The longest time from intended send to offer, in microseconds.
    public var slowestOffer: Int64 = 0
}

/// Contacts by what became of them.
public struct RunCounts: Hashable, Sendable, Codable {
    public var arrivals = 0
    public var opened = 0
    public var answered = 0
    public var abandoned = 0
    public var refused = 0
    public var unknown = 0
    /// Of those opened, how many the center no longer knows though they did not end.
    public var lost = 0
    public var doubled = 0
    /// Handled to their end, wrap-up included.
    public var completed = 0
    /// Given up by the harness when the run ended.
    public var cutOff = 0
    /// Sent more than a millisecond later than intended: the harness or all its connections were busy.
    public var sentLate = 0
    public var offers = 0
    public var rejected = 0
    public var unanswered = 0
    public var requests = 0
    public var retries = 0
    /// Requests that no answer came to.
    public var failures = 0
}

/// Counts of one group of contacts and one hour, in a replayed trace.
public struct GroupCounts: Hashable, Sendable, Codable {
    public var answered = 0
    public var abandoned = 0
    /// Sum of all waits, in seconds.
    public var waited = 0.0

    public init() {}
}
