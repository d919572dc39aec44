/// A contact as the floor keeps it: plain numbers, so that it is copied without counting references; other things
/// are named by their numbers, and what is only handed on lies in ``ContactDetails``.
struct ContactRecord: Sendable {
    /// Stands for nobody and for no requirement.
    static let none: Int32 = -1

    // What is read whenever it is matched or offered comes first, so that it lies together in memory.
    var id: ContactID
    var channel: Channel
    var state: ContactState
    var ring: UInt8 = 0
    /// Whether ``offer`` is a reservation: its agent, or the one asked for, is at home in another partition.
    var isReserved = false
    /// Whether it waits for some agents before the others.
    var hasPreference = false
    var priority: Int16
    /// Whether the customer does not wait on the line: is to be called back, or left a message.
    var isAbsent = false
    /// How many times it went on to another queue by itself.
    var overflows: UInt8 = 0
    var queue: Int32
    /// Number in the pool of the requirement it brought; ``none`` for the queue's own.
    var requirement: Int32
    var preferred: Int32
    /// The agent it waits for; ``none`` when anyone may have it.
    var addressee: Int32
    /// The agent who consults by it, who may not be offered it; ``none`` unless it is a consultation.
    var asker: Int32 = Self.none
    /// Who has it, or is offered it, or had it when it ended.
    var agent: Int32 = Self.none
    /// Its age for the order of the queue; changes only when a callback comes to the slot that was booked.
    var enqueuedAt: Timestamp
    /// When its state last changed.
    var since: Timestamp
    /// The open offer, or the reservation by which an agent elsewhere is asked for or has it; 0 for none.
    var offer = ReservationID(rawValue: 0)
    /// By when the offer, or the asking, is to be answered; when a callback is due, or its call is given up.
    var offerDeadline = Timestamp(microseconds: 0)
    var exclusions = Exclusions()

    /// Raw number of the contact it consults about; 0 for none.
    var consultationOf: UInt64 = 0
    /// Raw number of the consultation about it; 0 for none.
    var consultation: UInt64 = 0
    /// When it came into its present queue, by being opened, transferred or taken from an agent: rings and longest
    /// waits count from it.
    var waitingSince: Timestamp
    /// When its agent got it; counts while one has it.
    var handlingSince: Timestamp
    /// Connected, held and wrap-up time with the agents before, in microseconds.
    var handled: Int64 = 0
    var answeredAt: Timestamp?
    var endReason: EndReason?
    var openedAt: Timestamp
    var session: SessionID

    /// Whether an agent has it: connected, held or in wrap-up.
    var isInHand: Bool { state == .connected || state == .held || state == .wrapUp }
    var isConsultation: Bool { consultationOf != 0 }

    /// Whether the contact may not be offered to an agent now.
    func passesOver(_ agent: Int32, at now: Timestamp) -> Bool {
        agent == asker || exclusions.contains(agent, at: now)
    }

    init(
        _ opened: Event.Opened, at now: Timestamp, queue: Int32, requirement: Int32, preferred: Int32, addressee: Int32
    ) {
        id = opened.contact
        session = opened.session
        channel = opened.channel
        state = .queued
        self.queue = queue
        self.requirement = requirement
        priority = Int16(clamping: opened.priority)
        self.preferred = preferred
        self.addressee = addressee
        consultationOf = opened.consultationOf?.rawValue ?? 0
        openedAt = now
        enqueuedAt = now
        waitingSince = now
        since = now
        handlingSince = now
    }

    /// Whether this one is served before the other: priority, then age, as their queues count them, then number.
    func precedes(_ other: ContactRecord, in queues: ContiguousArray<QueueRecord>) -> Bool {
        let (own, others) = (queues[Int(queue)].urgency(of: self), queues[Int(other.queue)].urgency(of: other))
        return own == others ? id < other.id : own.precedes(others)
    }
}
