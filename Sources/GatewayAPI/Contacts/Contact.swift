/// One piece of work on one channel, as `GET /v1/contacts/{id}` shows it.
public struct Contact: Codable, Hashable, Sendable {
    /// Its id, such as `c0-12`.
    public var id: String
    /// The session it belongs to, such as `s0-3`.
    public var session: String
    /// The channel that it came in on.
    public var channel: ContactChannel
    /// Phone number, address or web id of the customer; nil when unknown.
    public var customer: String?
    /// What is known of it, by name; empty when nothing is.
    public var attributes: [String: ContactAttribute]
    /// The queue that it is in, or last was.
    public var queue: String
    /// What it asks of an agent at its present ring; nil for nothing.
    public var requirement: String?
    /// How many times its requirement was widened.
    public var ring: Int
    /// -1000 to 1000, higher goes first.
    public var priority: Int
    /// Who gets it if free at once; nil for nobody in particular.
    public var preferredAgent: String?
    /// Where it stands in its life.
    public var state: State
    /// When it came in.
    public var openedAt: DateTime
    /// Since when it counts as waiting; kept when it is queued again.
    public var enqueuedAt: DateTime
    /// When it was first connected to an agent; nil before.
    public var answeredAt: DateTime?
    /// When it ended; nil before.
    public var endedAt: DateTime?
    /// Who has it, or is offered it; nil while it waits.
    public var agent: String?
    /// The open offer; nil unless it is offered.
    public var offer: String?
    /// The contact this one consults about; nil unless it is a consultation.
    public var consultationOf: String?
    /// The consultation under way about this one; nil when there is none.
    public var consultation: String?
    /// How it ended; nil before.
    public var endReason: EndReason?
    /// What the agent chose at the end of wrap-up; nil when nothing was.
    public var disposition: String?
    /// How the customer is called back; nil where that is not agreed.
    public var callback: ContactCallback?
    /// The message that the customer left; nil for none.
    public var message: ContactMessage?
    /// What the customer was told when sent away by a rule of the queue; nil otherwise.
    public var sentAway: String?

    public init(
        id: String, session: String, channel: ContactChannel, customer: String? = nil,
        attributes: [String: ContactAttribute] = [:], queue: String, requirement: String? = nil, ring: Int = 0,
        priority: Int = 0, preferredAgent: String? = nil, state: State, openedAt: DateTime, enqueuedAt: DateTime,
        answeredAt: DateTime? = nil, endedAt: DateTime? = nil, agent: String? = nil, offer: String? = nil,
        consultationOf: String? = nil, consultation: String? = nil, endReason: EndReason? = nil,
        disposition: String? = nil, callback: ContactCallback? = nil, message: ContactMessage? = nil,
        sentAway: String? = nil
    ) {
        self.id = id
        self.session = session
        self.channel = channel
        self.customer = customer
        self.attributes = attributes
        self.queue = queue
        self.requirement = requirement
        self.ring = ring
        self.priority = priority
        self.preferredAgent = preferredAgent
        self.state = state
        self.openedAt = openedAt
        self.enqueuedAt = enqueuedAt
        self.answeredAt = answeredAt
        self.endedAt = endedAt
        self.agent = agent
        self.offer = offer
        self.consultationOf = consultationOf
        self.consultation = consultation
        self.endReason = endReason
        self.disposition = disposition
        self.callback = callback
        self.message = message
        self.sentAway = sentAway
    }

    /// Where a contact stands in its life.
    public enum State: String, CaseIterable, Codable, Sendable {
        case queued, offered, connected, held
        case wrapUp = "wrap-up"
        case ended
        /// The customer is to be called back at a time, and it does not wait until then.
        case scheduled
        /// The customer is being called back.
        case dialing
    }

    /// How a contact ended.
    public enum EndReason: String, CaseIterable, Codable, Sendable {
        case completed, abandoned
        case timedOut = "timed-out"
        case ended, consulted
        /// A rule of its queue sent the customer away.
        case overflowed
        /// The customer did not want to be called back any more.
        case cancelled
        /// The customer was not reached in as many calls as the queue makes.
        case unreached
        /// No site of its queue was open any more.
        case closed
    }
}
