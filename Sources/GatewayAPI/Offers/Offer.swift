/// A contact offered to an agent.
public struct Offer: Codable, Hashable, Sendable {
    /// Its id, such as `o0-9`.
    public var id: String
    /// The contact that is offered.
    public var contact: String
    /// Who it is offered to.
    public var agent: String
    /// The queue that the contact waits in.
    public var queue: String
    /// The contact's channel.
    public var channel: ContactChannel
    /// Phone number, address or web id of the customer; nil when unknown.
    public var customer: String?
    /// What is known of the contact, by name; empty when nothing is.
    public var attributes: [String: ContactAttribute]
    /// How many times the contact's requirement had been widened.
    public var ring: Int
    /// The contact's priority, -1000 to 1000.
    public var priority: Int
    /// When its contact began to wait.
    public var enqueuedAt: DateTime
    /// When the offer was made.
    public var offeredAt: DateTime
    /// By when it must be answered.
    public var deadline: DateTime
    /// Whether the customer does not wait on the line, and is to be called by the agent.
    public var isCallback = false

    public init(
        id: String, contact: String, agent: String, queue: String, channel: ContactChannel, customer: String? = nil,
        attributes: [String: ContactAttribute] = [:], ring: Int, priority: Int, enqueuedAt: DateTime,
        offeredAt: DateTime, deadline: DateTime
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
