/// A contact as it can be seen from outside.
public struct ContactView: Hashable, Sendable {
    /// Its id.
    public var id: ContactID
    /// The session that it belongs to.
    public var session: SessionID
    /// The contact's channel.
    public var channel: Channel
    /// Phone number, address or web id of the customer; nil when unknown.
    public var customer: String?
    /// What is known of the contact.
    public var attributes: Attributes
    /// The queue that the contact waits in, or last waited in.
    public var queue: QueueID
    /// What it asks of an agent at its present ring; nil for nothing.
    public var requirement: Requirement?
    /// How many times its requirement was widened.
    public var ring: Int
    /// -1000 to 1000, higher goes first.
    public var priority: Int
    /// Who gets it if free at once; nil for nobody in particular.
    public var preferredAgent: AgentID?
    /// Where it stands in its life.
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
    /// What was arranged with the customer other than to wait on the line; nil for nothing.
    public var diversion: Diversion?

    @inline(__always)
    public init(
        id: ContactID, session: SessionID, channel: Channel, customer: String?, attributes: Attributes,
        queue: QueueID, requirement: Requirement?, ring: Int, priority: Int, preferredAgent: AgentID?,
        state: ContactState, openedAt: Timestamp, enqueuedAt: Timestamp, answeredAt: Timestamp?,
        endedAt: Timestamp?, agent: AgentID?, offer: ReservationID?, consultationOf: ContactID?,
        consultation: ContactID?, endReason: EndReason?, disposition: DispositionCode?,
        diversion: Diversion? = nil
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
        self.diversion = diversion
    }
}
