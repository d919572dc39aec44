/// What was compared, and how much of it differed.
public struct CalendarFigures: Hashable, Codable, Sendable {
    /// So many differences are told.
    static let exampleBound = 10

    /// Time zones whose files differ.
    public var zones = 0
    /// Changes of offset that were gone through.
    public var offsetChanges = 0
    /// Answers of `open at`.
    public var instants = 0
    /// Answers of `next change`, and as many openings as half of them.
    public var changes = 0
    /// Answers of `open time`.
    public var openTimes = 0
    /// Answers that were not the oracle's.
    public var differences = 0
    /// The first of those.
    public var examples: [String] = []

    mutating func add(_ other: CalendarFigures) {
        zones += other.zones
        offsetChanges += other.offsetChanges
        instants += other.instants
        changes += other.changes
        openTimes += other.openTimes
        differences += other.differences
        examples += other.examples.prefix(Self.exampleBound - examples.count)
    }
}
