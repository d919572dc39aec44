/// Where a contact stands in its life.
public enum ContactState: UInt8, CaseIterable, Sendable {
    case queued, offered, connected, held, wrapUp, ended

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .queued: "queued"
        case .offered: "offered"
        case .connected: "connected"
        case .held: "held"
        case .wrapUp: "wrap-up"
        case .ended: "ended"
        }
    }
}

/// How a contact ended.
public enum EndReason: UInt8, CaseIterable, Sendable {
    /// Handled to its end, wrap-up included.
    case completed
    /// The customer left before an agent answered.
    case abandoned
    /// It waited longer than its queue allows.
    case timedOut
    /// An administrator ended it.
    case ended
    /// A consultation that was completed or cancelled, or whose contact ended.
    case consulted

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .completed: "completed"
        case .abandoned: "abandoned"
        case .timedOut: "timed-out"
        case .ended: "ended"
        case .consulted: "consulted"
        }
    }
}

/// A contact as it can be seen from outside.
public struct ContactView: Hashable, Sendable {
    public var id: ContactID
    public var session: SessionID
    public var channel: Channel
    public var customer: String?
    public var attributes: Attributes
    public var queue: QueueID
    /// What it asks of an agent at its present ring; nil for nothing.
    public var requirement: Requirement?
    /// How many times its requirement was widened.
    public var ring: Int
    public var priority: Int
    public var preferredAgent: AgentID?
    public var state: ContactState
    /// When it came in.
    public var openedAt: Timestamp
    /// Since when it counts as waiting; kept when it is queued again.
    public var enqueuedAt: Timestamp
    /// When it was first connected to an agent; nil before.
    public var answeredAt: Timestamp?
    /// When it ended; nil before.
    public var endedAt: Timestamp?
    /// Who has it, or is offered it; nil while it waits.
    public var agent: AgentID?
    /// The open offer; nil unless it is offered.
    public var offer: ReservationID?
    /// The contact this one consults about; nil unless it is a consultation.
    public var consultationOf: ContactID?
    /// The consultation under way about this one; nil when there is none.
    public var consultation: ContactID?
    /// How it ended; nil before.
    public var endReason: EndReason?
    /// What the agent chose at the end of wrap-up; nil when nothing was.
    public var disposition: DispositionCode?

    @inline(__always)
    public init(
        id: ContactID, session: SessionID, channel: Channel, customer: String?, attributes: Attributes,
        queue: QueueID, requirement: Requirement?, ring: Int, priority: Int, preferredAgent: AgentID?,
        state: ContactState, openedAt: Timestamp, enqueuedAt: Timestamp, answeredAt: Timestamp?,
        endedAt: Timestamp?, agent: AgentID?, offer: ReservationID?, consultationOf: ContactID?,
        consultation: ContactID?, endReason: EndReason?, disposition: DispositionCode?
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
    }
}

/// How an offer ended.
public enum OfferOutcome: UInt8, CaseIterable, Sendable {
    case accepted, rejected
    /// The agent did not answer in time (ring-no-answer).
    case timedOut
    /// The contact or the agent went away, or an administrator stepped in.
    case rescinded

    /// Its name in API and command line.
    public var name: String {
        switch self {
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .timedOut: "timed-out"
        case .rescinded: "rescinded"
        }
    }
}

/// An offer as its agent sees it.
public struct OfferView: Hashable, Sendable {
    public var id: ReservationID
    public var contact: ContactID
    public var agent: AgentID
    public var queue: QueueID
    public var channel: Channel
    public var customer: String?
    public var attributes: Attributes
    public var priority: Int
    public var enqueuedAt: Timestamp
    /// When the offer was made.
    public var offeredAt: Timestamp
    /// By when it must be answered.
    public var deadline: Timestamp

    public init(
        id: ReservationID, contact: ContactID, agent: AgentID, queue: QueueID, channel: Channel, customer: String?,
        attributes: Attributes, priority: Int, enqueuedAt: Timestamp, offeredAt: Timestamp, deadline: Timestamp
    ) {
        self.id = id
        self.contact = contact
        self.agent = agent
        self.queue = queue
        self.channel = channel
        self.customer = customer
        self.attributes = attributes
        self.priority = priority
        self.enqueuedAt = enqueuedAt
        self.offeredAt = offeredAt
        self.deadline = deadline
    }
}
