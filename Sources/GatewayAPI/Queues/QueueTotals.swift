/// What a queue has done since the center was first configured.
public struct QueueTotals: Codable, Hashable, Sendable {
    /// Contacts that came in.
    public var opened = 0
    /// Contacts that an agent accepted.
    public var answered = 0
    /// Contacts that an agent accepted within the service level's threshold.
    public var answeredWithinThreshold = 0
    /// Contacts whose customer left before an agent accepted.
    public var abandoned = 0
    /// Of those abandoned, how many within the threshold.
    public var abandonedWithinThreshold = 0
    /// Contacts that were ended for having waited too long.
    public var timedOut = 0
    /// Contacts handled to their end.
    public var completed = 0
    /// Refused because the queue was full, closed or empty.
    public var refused = 0
    /// Shares answered in time, by what they are shares of.
    public var serviceLevel = ServiceLevel()
    /// ASA in seconds: mean wait of those answered; nil before the first.
    public var asaSeconds: Double?
    /// AHT in seconds: mean of connected, held and wrap-up time of those completed; nil before the first.
    public var ahtSeconds: Double?

    public init() {}

    /// Service level by the name of its formula, 0 to 1; nil before there is anything to count.
    public struct ServiceLevel: Codable, Hashable, Sendable {
        /// Answered within the threshold over all answered.
        public var answered: Double?
        /// Answered within the threshold over answered, abandoned and timed out.
        public var offered: Double?
        /// As `offered`, without those who abandoned within the threshold.
        public var offeredWithoutShortAbandons: Double?

        public init() {}
    }
}
