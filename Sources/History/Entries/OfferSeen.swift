public import ContactCenter

/// An offer as its agent received it.
public struct OfferSeen: Hashable, Sendable {
    /// The offer's id.
    public var id: ReservationID
    /// The contact that was offered.
    public var contact: ContactID
    /// Who it was offered to.
    public var agent: AgentID
    /// The queue that the contact waited in.
    public var queue: QueueID
    /// The contact's channel.
    public var channel: Channel
    /// The contact's priority.
    public var priority: Int
    /// When its contact began to wait; kept for the contact's life.
    public var enqueuedAt: Timestamp
    /// When the offer was made.
    public var offeredAt: Timestamp
    /// When it ends by itself.
    public var deadline: Timestamp
    /// How many times the requirement was widened; nil when the recorder was not told.
    public var ring: Int?
    /// Where the notice stands; nil when the offer was learned from a whole state instead of a notice.
    public var position: NoticePosition?

    public init(
        id: ReservationID, contact: ContactID, agent: AgentID, queue: QueueID, channel: Channel, priority: Int,
        enqueuedAt: Timestamp, offeredAt: Timestamp, deadline: Timestamp, ring: Int? = nil,
        position: NoticePosition? = nil
    ) {
        self.id = id
        self.contact = contact
        self.agent = agent
        self.queue = queue
        self.channel = channel
        self.priority = priority
        self.enqueuedAt = enqueuedAt
        self.offeredAt = offeredAt
        self.deadline = deadline
        self.ring = ring
        self.position = position
    }
}

extension OfferSeen {
    /// What is recorded of an offer.
    public init(_ view: OfferView, position: NoticePosition?) {
        self.init(
            id: view.id, contact: view.contact, agent: view.agent, queue: view.queue, channel: view.channel,
            priority: view.priority, enqueuedAt: view.enqueuedAt, offeredAt: view.offeredAt, deadline: view.deadline,
            ring: view.ring, position: position)
    }
}
