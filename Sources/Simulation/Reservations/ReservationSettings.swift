import ContactCenter

/// How rough a play of floors is.
public struct ReservationSettings: Sendable {
    /// How many steps before all faults end.
    public var steps = 900
    /// The share of messages that never arrive.
    public var loss = 0.15
    /// The share of messages that arrive twice.
    public var duplication = 0.15
    /// The share of steps in which a floor's owner dies.
    public var crashes = 0.01
    /// What is broken on purpose; nil for nothing.
    public var sabotage: ReservationSabotage?

    public init() {}
}

/// What one play came to.
public struct ReservationOutcome: Sendable {
    /// The seed that plays it again.
    public let seed: UInt64
    /// What was found wrong, at most a few.
    public var problems: [String] = []
    /// Contacts that were opened.
    public var contacts = 0
    /// Contacts that an agent of another partition got.
    public var crossings = 0
    /// How often an owner died.
    public var crashes = 0
    /// Messages that were delivered.
    public var messages = 0
    /// Checksum of all journals at the end.
    public var checksum: UInt64 = 0

    init(seed: UInt64) { self.seed = seed }

    /// Whether nothing was found.
    public var isClean: Bool { problems.isEmpty }
}
