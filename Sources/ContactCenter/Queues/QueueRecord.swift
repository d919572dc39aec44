/// A queue as the floor keeps it.
struct QueueRecord: Sendable {
    // What the configuration says.
    var configuration: QueueConfiguration
    /// Left out of the configuration, and known only because contacts that have ended name it.
    var isRetired = false
    /// nil for always open.
    var hours: OpeningHours?

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
    var idle = 0
    /// Contacts that wait, by the time from which their longest wait counts.
    var waits = SlotHeap()
    /// Slots of contacts that wait for one agent alone, in no order.
    var addressed: [Int32] = []

    init(_ configuration: QueueConfiguration, hours: OpeningHours?) {
        self.configuration = configuration
        self.hours = hours
    }

    /// How many contacts have not ended.
    var live: Int { waiting + offered + connected + wrapUp }

    /// How long a contact may wait as things are; nil for ever.
    var longestWait: Duration? {
        staffed > 0 ? configuration.maximumWait : configuration.maximumWaitUnstaffed
    }

    /// When the longest wait of the contact that came first is over; nil when none is limited.
    var deadline: Timestamp? {
        guard let longestWait, let first = waits.first else { return nil }
        return Timestamp(microseconds: first.key).advanced(by: longestWait)
    }

    /// Since when the requirement of a ring holds; nil when there is no such ring.
    func ringTime(_ ring: Int, since start: Timestamp) -> Timestamp? {
        guard ring >= 1, ring <= configuration.rings.count else { return nil }
        return start.advanced(by: configuration.rings[ring - 1].after)
    }

    /// Forgets what is derived.
    mutating func resetDerived() {
        (waiting, offered, connected, wrapUp) = (0, 0, 0, 0)
        (staffed, available, idle) = (0, 0, 0)
        waits = SlotHeap()
        addressed = []
    }
}
