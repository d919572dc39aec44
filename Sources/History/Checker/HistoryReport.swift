/// What a checker found in a whole history.
public struct HistoryReport: Hashable, Sendable, Codable {
    /// Entries that were checked.
    public var entries = 0
    /// Contacts by what became of them.
    public var contacts = ContactCounts()
    /// Different offers that agents received.
    public var offers = 0
    /// Of those, how many went to agents of another partition than the contact's.
    public var offersElsewhere = 0
    /// Offers whose order could not be judged, because not every offer before them was seen or the evidence was not
    /// recorded.
    public var offersNotJudged = 0
    /// How often the node was ended without warning.
    public var restarts = 0
    /// Whether the history reaches the end of its run. Without it, contacts that reached no end are no violation.
    public var isComplete = false
    /// The first ones found, at most as many as the checker was told to keep.
    public var violations: [Violation] = []
    /// How many were found, kept or not.
    public var violationCount = 0

    public init() {}

    /// Contacts by what became of them.
    public struct ContactCounts: Hashable, Sendable, Codable {
        /// Acknowledged.
        public var opened = 0
        /// Of those, how many an agent accepted.
        public var answered = 0
        /// Of those, how many were given up before an agent accepted.
        public var abandoned = 0
        /// Refused when they were to be opened.
        public var refused = 0
        /// Opened or not: no answer was received.
        public var unknown = 0
        /// Of those opened, how many still lived when the run ended.
        public var live = 0
        /// Acknowledged contacts that are gone or lost an acknowledged state.
        public var lost = 0
        /// Contacts that came to be twice.
        public var doubled = 0
    }
}
