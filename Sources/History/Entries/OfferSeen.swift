public import ContactCenter

/// Place of a notice among all that one partition gave out: the journal position whose events caused it, and its
/// number among that position's notices.
public struct NoticePosition: Hashable, Comparable, Sendable {
    /// Sequence of the record in its journal.
    public var sequence: UInt64
    /// Number among the record's notices.
    public var index: UInt32

    public init(sequence: UInt64, index: UInt32) {
        self.sequence = sequence
        self.index = index
    }

    public static func < (left: NoticePosition, right: NoticePosition) -> Bool {
        (left.sequence, left.index) < (right.sequence, right.index)
    }
}

/// An offer as its agent received it.
public struct OfferSeen: Hashable, Sendable {
    public var id: ReservationID
    public var contact: ContactID
    public var agent: AgentID
    public var queue: QueueID
    public var channel: Channel
    public var priority: Int
    /// When its contact began to wait; kept for the contact's life.
    public var enqueuedAt: Timestamp
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

/// The end of an offer as its agent was told.
public struct OfferEndSeen: Hashable, Sendable {
    public var id: ReservationID
    /// How it ended.
    public var outcome: OfferOutcome
    /// Where the notice stands; nil when the end was not learned from a notice.
    public var position: NoticePosition?

    public init(id: ReservationID, outcome: OfferOutcome, position: NoticePosition? = nil) {
        self.id = id
        self.outcome = outcome
        self.position = position
    }
}
