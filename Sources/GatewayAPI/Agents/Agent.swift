/// A person who handles contacts, as `GET /v1/agents/{id}` shows them.
public struct Agent: Codable, Hashable, Sendable {
    /// Its id in the configuration.
    public var id: String
    /// A name for people.
    public var label: String
    /// The home site.
    public var site: String
    /// What the agent chose to be.
    public var availability: Availability
    /// What availability becomes once nothing is in hand; nil when nothing was asked for.
    public var next: Availability?
    /// What the agent is doing.
    public var work: WorkState
    /// When availability or work state last changed.
    public var since: DateTime
    /// Whether an event stream is attached; without one nothing is offered.
    public var isReachable: Bool
    /// Levels 1 to 10 by skill.
    public var skills: [String: Int]
    /// The most contacts at once by channel.
    public var capacity: [String: Int]
    /// Contacts in hand (connected, held, in wrap-up), oldest first.
    public var contacts: [String]
    /// Offers not yet answered, oldest first.
    public var offers: [String]
    /// Offers left unanswered in a row.
    public var unanswered: Int
    /// Those of ``contacts`` that are connected and interrupted by another one.
    public var interrupted: [String]

    public init(
        id: String, label: String, site: String, availability: Availability, next: Availability? = nil,
        work: WorkState, since: DateTime, isReachable: Bool, skills: [String: Int], capacity: [String: Int],
        contacts: [String], offers: [String], unanswered: Int, interrupted: [String] = []
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

    /// What an agent is doing: the most pressing of their contacts' states.
    public enum WorkState: String, CaseIterable, Codable, Sendable {
        case idle, offered, connected, held
        case wrapUp = "wrap-up"
    }
}
