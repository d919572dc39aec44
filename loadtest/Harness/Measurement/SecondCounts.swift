/// What happened in one second of a run.
public struct SecondCounts: Hashable, Sendable, Codable {
    /// Contacts that were to be opened.
    public var arrivals = 0
    /// Contacts that an agent was connected to.
    public var answered = 0
    /// Contacts whose customer gave up waiting.
    public var abandoned = 0
    /// Contacts that came to their end.
    public var ended = 0
    /// Sum of the waits of those answered, in microseconds of business time.
    public var waits: Int64 = 0
    /// The longest time from intended send to offer, in microseconds.
    public var slowestOffer: Int64 = 0
}
