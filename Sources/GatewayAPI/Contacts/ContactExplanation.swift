/// Why a contact stands where it stands: answer of `GET /v1/contacts/{id}/explanation`.
public struct ContactExplanation: Codable, Hashable, Sendable {
    /// The contact's id.
    public var contact: String
    /// When this was true.
    public var at: DateTime
    /// Where it stands in its life.
    public var state: Contact.State
    /// The queue that it is in, or last was.
    public var queue: String
    /// What it asks of an agent at its present ring; nil for nothing.
    public var requirement: String?
    /// How many contacts of its queue go first; nil unless it waits.
    public var ahead: Int?
    /// What it waits for, in a sentence.
    public var waitsFor: String
    /// What happens by itself, soonest first.
    public var next: [NextStep]
    /// Agents that were considered, those closest to being offered the contact first; at most 50.
    public var agents: [Candidate]
    /// All of it in one sentence.
    public var summary: String
    /// How many agents there are for each kind of obstacle, those not described included.
    public var obstacles: [String: Int]
    /// The sites of its queue as they were compared for it; nil where its queue does not choose among sites.
    public var choice: SiteChoice?
    /// What is known of its customer, how that counts, and what the customer is told: a sentence each.
    public var customer: [String]

    public init(
        contact: String, at: DateTime, state: Contact.State, queue: String, requirement: String?, ahead: Int?,
        waitsFor: String, next: [NextStep], agents: [Candidate], summary: String = "", obstacles: [String: Int] = [:],
        choice: SiteChoice? = nil, customer: [String] = []
    ) {
        self.contact = contact
        self.at = at
        self.state = state
        self.queue = queue
        self.requirement = requirement
        self.ahead = ahead
        self.waitsFor = waitsFor
        self.next = next
        self.agents = agents
        self.summary = summary
        self.obstacles = obstacles
        self.choice = choice
        self.customer = customer
    }

    /// Something that happens by itself unless something else comes first.
    public struct NextStep: Codable, Hashable, Sendable {
        /// When; nil when it has no set time.
        public var at: DateTime?
        /// What happens, in a sentence.
        public var what: String

        public init(at: DateTime?, what: String) {
            self.at = at
            self.what = what
        }
    }

    /// One agent that was considered.
    public struct Candidate: Codable, Hashable, Sendable {
        /// The agent's id.
        public var agent: String
        /// Whether nothing stands in the way.
        public var isEligible: Bool
        /// What stands in the way, the clause of the requirement that failed among it; empty when nothing does.
        public var reasons: [String]
        /// The kind of what stands in the way, such as `not-ready`; `none` when nothing does.
        public var obstacle: String

        public init(agent: String, isEligible: Bool, reasons: [String], obstacle: String = "none") {
            self.agent = agent
            self.isEligible = isEligible
            self.reasons = reasons
            self.obstacle = obstacle
        }
    }
}
