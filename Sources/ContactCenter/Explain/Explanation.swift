/// Why a contact is where it is: who was considered for it, what it waits for, and what happens next.
public struct Explanation: Hashable, Sendable {
    /// The most agents that are described one by one.
    public static let agentBound = 50

    /// The contact.
    public var contact: ContactView
    /// The instant it is true of.
    public var at: Timestamp
    /// All of it in one sentence.
    public var summary: String
    /// What it waits for; nil when it waits for nothing.
    public var waitsFor: String?
    /// How many contacts of its queue are before it, itself not counted; nil unless it is queued.
    public var ahead: Int?
    /// What happens next, soonest first, what has no set time last.
    public var upcoming: [UpcomingStep]
    /// Agents that were considered, at most ``agentBound``: those closest to being offered the contact first, then in
    /// the order of the configuration.
    public var agents: [ConsideredAgent]
    /// How many agents there are for each kind of obstacle, those not described included.
    public var counts: [ObstacleCount]
    /// The sites of its queue as they were last compared for it, or, while it waits and was not compared for yet, as they
    /// would be with what this partition alone knows; nil where its queue does not choose among sites.
    public var choice: SiteChoice?
    /// What is known of its customer, how that counts, and what the customer is told: sentences for people.
    public var customer: [String] = []

    public init(
        contact: ContactView, at: Timestamp, summary: String, waitsFor: String? = nil, ahead: Int? = nil,
        upcoming: [UpcomingStep] = [], agents: [ConsideredAgent] = [], counts: [ObstacleCount] = [],
        choice: SiteChoice? = nil
    ) {
        self.contact = contact
        self.at = at
        self.summary = summary
        self.waitsFor = waitsFor
        self.ahead = ahead
        self.upcoming = upcoming
        self.agents = agents
        self.counts = counts
        self.choice = choice
    }
}
