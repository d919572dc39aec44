/// Counts of one group of contacts and one hour, in a replayed trace.
public struct GroupCounts: Hashable, Sendable, Codable {
    /// Contacts that an agent was connected to.
    public var answered = 0
    /// Contacts whose customer gave up waiting.
    public var abandoned = 0
    /// Sum of all waits, in seconds.
    public var waited = 0.0

    public init() {}
}
