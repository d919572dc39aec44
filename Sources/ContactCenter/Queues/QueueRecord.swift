/// A queue as the floor keeps it.
struct QueueRecord: Sendable {
    // What the configuration says.
    let configuration: QueueConfiguration
    let limits: QueueLimits
    /// Left out of the configuration, and known only because contacts that have ended name it.
    var isRetired = false
    /// nil for always open.
    var hours: BusinessCalendar?

    // State.
    var figures = QueueFigures()
    /// Number of the agent who was offered a contact last; ``ContactRecord/none`` before the first.
    var lastOffered = ContactRecord.none

    // Derived from contacts and agents.
    var waiting = 0
    var offered = 0
    /// Connected or held.
    var connected = 0
    var wrapUp = 0
    var staffed = 0
    var available = 0
    /// Contacts that wait, by the time from which their longest wait counts; none where waits are not limited.
    var waits = SlotHeap()
    /// Slots of contacts that wait for one agent alone, in no order.
    var addressed: [Int32] = []

    init(_ configuration: QueueConfiguration, hours: BusinessCalendar?) {
        self.configuration = configuration
        limits = QueueLimits(configuration)
        self.hours = hours
    }

    /// How many contacts have not ended.
    var live: Int { waiting + offered + connected + wrapUp }

    /// How long a contact may wait as things are, in microseconds; nil for ever.
    var longestWait: Int64? {
        staffed > 0 ? limits.maximumWait : limits.maximumWaitUnstaffed
    }

    /// Whether contacts may be ended for having waited too long.
    var limitsWaits: Bool { limits.maximumWait != nil || limits.maximumWaitUnstaffed != nil }

    /// When the longest wait of the contact that came first is over; nil when none is limited.
    var deadline: Timestamp? {
        guard let longestWait, let first = waits.first else { return nil }
        return Timestamp(microseconds: first.key).advanced(byMicroseconds: longestWait)
    }

    /// Since when the requirement of a ring holds; nil when there is no such ring.
    func ringTime(_ ring: Int, since start: Timestamp) -> Timestamp? {
        guard ring >= 1, ring <= limits.rings.count else { return nil }
        return start.advanced(byMicroseconds: limits.rings[ring - 1])
    }

    /// Counts a contact in, by 1, or out, by -1.
    mutating func count(_ state: ContactState, by step: Int) {
        switch state {
        case .queued: waiting += step
        case .offered: offered += step
        case .connected, .held: connected += step
        case .wrapUp: wrapUp += step
        case .ended: break
        }
    }

    /// Forgets what is derived.
    mutating func resetDerived() {
        (waiting, offered, connected, wrapUp) = (0, 0, 0, 0)
        (staffed, available) = (0, 0)
        waits = SlotHeap()
        addressed = []
    }
}
