/// What an agent chose to be, apart from what they are doing.
public enum AvailabilityState: Hashable, Sendable {
    /// Not signed in.
    case offline
    case available
    case onBreak
    /// Signed in but not to be offered anything, for a reason the configuration names.
    case notReady(ReasonCode)
}

/// What an agent is doing: the most pressing of their contacts' states.
public enum WorkState: UInt8, CaseIterable, Sendable {
    case idle, offered, connected, held, wrapUp

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .idle: "idle"
        case .offered: "offered"
        case .connected: "connected"
        case .held: "held"
        case .wrapUp: "wrap-up"
        }
    }
}

/// An agent as it can be seen from outside.
public struct AgentView: Hashable, Sendable {
    /// The agent's id.
    public var id: AgentID
    /// A name for people.
    public var label: String
    /// The home site.
    public var site: SiteID
    /// What the agent chose to be.
    public var availability: AvailabilityState
    /// What availability becomes once nothing is in hand; nil when nothing was asked for.
    public var next: AvailabilityState?
    /// What the agent is doing.
    public var work: WorkState
    /// When availability or work state last changed.
    public var since: Timestamp
    /// Whether an event stream is attached; without one nothing is offered.
    public var isReachable: Bool
    /// Levels 1 to 10 by skill.
    public var skills: [SkillID: Int]
    /// The most contacts at once by channel.
    public var capacity: [Channel: Int]
    /// Contacts in hand (connected, held, in wrap-up), oldest first.
    public var contacts: [ContactID]
    /// Offers not yet answered, oldest first.
    public var offers: [ReservationID]
    /// Offers left unanswered in a row.
    public var unanswered: Int
    /// Those of ``contacts`` that are connected and interrupted by another one, by rising id.
    public var interrupted: [ContactID]

    public init(
        id: AgentID, label: String, site: SiteID, availability: AvailabilityState, next: AvailabilityState?,
        work: WorkState, since: Timestamp, isReachable: Bool, skills: [SkillID: Int], capacity: [Channel: Int],
        contacts: [ContactID], offers: [ReservationID], unanswered: Int, interrupted: [ContactID] = []
    ) {
        self.id = id
        self.label = label
        self.site = site
        self.availability = availability
        self.next = next
        self.work = work
        self.since = since
        self.isReachable = isReachable
        self.skills = skills
        self.capacity = capacity
        self.contacts = contacts
        self.offers = offers
        self.unanswered = unanswered
        self.interrupted = interrupted
    }
}
