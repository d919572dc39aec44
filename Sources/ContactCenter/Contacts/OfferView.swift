/// An offer as its agent sees it.
public struct OfferView: Hashable, Sendable {
    /// The offer's id.
    public var id: ReservationID
    /// The contact that is offered.
    public var contact: ContactID
    /// Who it is offered to.
    public var agent: AgentID
    /// The queue that the contact waits in, or last waited in.
    public var queue: QueueID
    /// The contact's channel.
    public var channel: Channel
    /// Phone number, address or web id of the customer; nil when unknown.
    public var customer: String?
    /// What is known of the contact.
    public var attributes: Attributes
    /// How many times the contact's requirement had been widened.
    public var ring: Int
    /// -1000 to 1000, higher goes first.
    public var priority: Int
    /// Since when the contact counts as waiting.
    public var enqueuedAt: Timestamp
    /// When the offer was made.
    public var offeredAt: Timestamp
    /// By when it must be answered.
    public var deadline: Timestamp
    /// Whether the customer does not wait on the line, and is to be called by the agent.
    public var isCallback = false

    public init(
        id: ReservationID, contact: ContactID, agent: AgentID, queue: QueueID, channel: Channel, customer: String?,
        attributes: Attributes, ring: Int, priority: Int, enqueuedAt: Timestamp, offeredAt: Timestamp,
        deadline: Timestamp
    ) {
        self.id = id
        self.contact = contact
        self.agent = agent
        self.queue = queue
        self.channel = channel
        self.customer = customer
        self.attributes = attributes
        self.ring = ring
        self.priority = priority
        self.enqueuedAt = enqueuedAt
        self.offeredAt = offeredAt
        self.deadline = deadline
    }
}
