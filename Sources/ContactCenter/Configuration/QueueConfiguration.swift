/// Where contacts of one kind wait, and how they are handed out.
public struct QueueConfiguration: Hashable, Sendable {
    public var id: QueueID
    public var label: String
    /// What a contact asks of an agent unless it brings its own; nil asks nothing.
    public var requirement: Requirement?
    /// Priority of a contact that brings none.
    public var priority: Int = 0
    public var order: AgentOrder = .longestIdle
    /// When it is open; nil for always.
    public var calendar: CalendarID?
    /// The most contacts that may wait; nil for no bound of its own.
    public var maximumLength: Int?
    /// How long a contact may wait while an agent that serves the queue is signed in; nil for ever.
    public var maximumWait: Duration?
    /// How long a contact may wait while no agent that serves the queue is signed in; nil for ever.
    public var maximumWaitUnstaffed: Duration?
    public var joinWhenEmpty: JoinWhenEmpty = .always
    /// How long an agent may take to answer an offer; nil for the center's.
    public var offerTimeout: Duration?
    /// How long wrap-up may take; nil for the center's. Zero leaves wrap-up out.
    public var wrapUpLimit: Duration?
    /// Wider requirements after so long a wait, in rising order of `after`.
    public var rings: [RingConfiguration] = []
    /// Answered within this long counts for the service level.
    public var serviceLevelThreshold: Duration = .seconds(20)
    /// The share to be answered within the threshold, 0 to 1.
    public var serviceLevelTarget: Double = 0.8

    public init(id: QueueID, label: String = "") {
        self.id = id
        self.label = label
    }
}

/// One step of widening a requirement.
public struct RingConfiguration: Hashable, Sendable {
    /// Since the contact was queued.
    public var after: Duration
    /// What is asked from then on; nil asks nothing.
    public var requirement: Requirement?

    public init(after: Duration, requirement: Requirement?) {
        self.after = after
        self.requirement = requirement
    }
}

/// Which of several idle agents gets the next contact.
public enum AgentOrder: UInt8, CaseIterable, Sendable {
    /// Who has been idle longest.
    case longestIdle
    /// Who has the highest sum of levels over the skills that the requirement names; then the longest idle.
    case mostSkilled
    /// Who has the least share of connected and wrap-up time since signing in; then the longest idle.
    case leastOccupied
    /// One after the other, in the order of the configuration.
    case roundRobin

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .longestIdle: "longest-idle"
        case .mostSkilled: "most-skilled"
        case .leastOccupied: "least-occupied"
        case .roundRobin: "round-robin"
        }
    }
}

/// Whether a contact may join a queue that nobody serves at that moment.
public enum JoinWhenEmpty: UInt8, CaseIterable, Sendable {
    case always
    /// Only while an agent that serves the queue is signed in.
    case staffed
    /// Only while an agent that serves the queue is available, busy or not.
    case available

    /// Its name in configuration, API and command line.
    public var name: String {
        switch self {
        case .always: "always"
        case .staffed: "staffed"
        case .available: "available"
        }
    }
}
