public import ContactCenter

/// A contact's state as it was seen.
public struct ContactSeen: Hashable, Sendable {
    /// The contact.
    public var contact: ContactID
    /// Where it stood in its life.
    public var state: ContactState
    /// The queue that it was in.
    public var queue: QueueID
    /// How many times the requirement was widened.
    public var ring: Int
    /// The agent who has it or is offered it; nil for none.
    public var agent: AgentID?
    /// When it began to wait; kept for its life.
    public var enqueuedAt: Timestamp
    /// When it ended; nil before.
    public var endedAt: Timestamp?
    /// How it ended; nil before.
    public var endReason: EndReason?
    /// Whether it was asked for, and its answer waited for, while no command about the contact was under way. What
    /// is acknowledged is compared with read-backs only.
    public var isReadBack: Bool

    public init(
        contact: ContactID, state: ContactState, queue: QueueID, ring: Int = 0, agent: AgentID? = nil,
        enqueuedAt: Timestamp, endedAt: Timestamp? = nil, endReason: EndReason? = nil, isReadBack: Bool = false
    ) {
        self.contact = contact
        self.state = state
        self.queue = queue
        self.ring = ring
        self.agent = agent
        self.enqueuedAt = enqueuedAt
        self.endedAt = endedAt
        self.endReason = endReason
        self.isReadBack = isReadBack
    }
}

extension ContactSeen {
    /// What is recorded of a contact.
    public init(_ view: ContactView, isReadBack: Bool) {
        self.init(
            contact: view.id, state: view.state, queue: view.queue, ring: view.ring, agent: view.agent,
            enqueuedAt: view.enqueuedAt, endedAt: view.endedAt, endReason: view.endReason, isReadBack: isReadBack)
    }
}
