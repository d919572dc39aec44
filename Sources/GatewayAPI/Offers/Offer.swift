/// A contact offered to an agent.
public struct Offer: Codable, Hashable, Sendable {
    /// Its id, such as `o0-9`.
    public var id: String
    public var contact: String
    public var agent: String
    public var queue: String
    public var channel: ContactChannel
    public var customer: String?
    public var attributes: [String: ContactAttribute]
    /// How many times the contact's requirement had been widened.
    public var ring: Int
    public var priority: Int
    /// When its contact began to wait.
    public var enqueuedAt: DateTime
    /// When the offer was made.
    public var offeredAt: DateTime
    /// By when it must be answered.
    public var deadline: DateTime

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
