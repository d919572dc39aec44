/// A queue as the floor keeps it.
struct QueueRecord: Sendable {
    // What the configuration says.
    let configuration: QueueConfiguration
    let limits: QueueLimits
    /// When its rings are taken.
    var rules: RingRules
    /// What its contacts ask, ring by ring.
    var asks: RingRequirements
    /// What happens to contacts that do not wait where they came in; nil for nothing.
    var overflow: OverflowRules?
    /// Left out of the configuration, and known only because contacts that have ended name it.
    var isRetired = false
    /// nil for always open.
    var hours: BusinessCalendar?
    /// Which sites are open for it, and how they serve it.
    var sites = QueueSites()

    // State.
    var figures = QueueFigures()
    var pace = QueuePace()
    var service = ServiceHistory()
    /// Number of the agent who was offered a contact last; ``ContactRecord/none`` before the first.
    var lastOffered = ContactRecord.none

    // Derived from contacts and agents.
    var waiting = 0
    var offered = 0
    /// Connected or held.
    var connected = 0
    var wrapUp = 0
    /// Scheduled, or being dialed.
    var deferred = 0
    /// Of those, customers who are being called.
    var dialing = 0
    /// Of those that wait, the ones whose customer is not on the line.
    var away = 0
    var staffed = 0
    var available = 0
    /// Contacts that wait, by the time from which their longest wait counts; none where that is not followed.
    var waits = SlotHeap()
    /// Slots of contacts that wait for one agent alone, in no order.
    var addressed: [Int32] = []

    /// - Parameter hasReserved: Whether any agent of the configuration is reserved for a queue.
    init(_ configuration: QueueConfiguration, hours: BusinessCalendar?, hasReserved: Bool) {
        self.configuration = configuration
        limits = QueueLimits(configuration)
        rules = RingRules(configuration.rings)
        asks = RingRequirements(configuration, hasReserved: hasReserved)
        overflow = OverflowRules(configuration.overflow)
        self.hours = hours
    }

    /// How many contacts have not ended.
    var live: Int { waiting + offered + connected + wrapUp + deferred }

    /// How many agents are at work for it: those who are available; while all are on break, those signed in.
    var working: Int { available > 0 ? available : staffed }

    /// How long a contact may wait as things are, in microseconds; nil for ever.
    var longestWait: Int64? {
        staffed > 0 ? limits.maximumWait : limits.maximumWaitUnstaffed
    }

    /// Whether it is kept who has waited longest: contacts may be ended for that, or are not in the order of age.
    var followsWaits: Bool {
        limits.maximumWait != nil || limits.maximumWaitUnstaffed != nil || limits.pointWorth != nil
    }

    /// When the longest wait of the contact that came first is over; nil when none is limited.
    var deadline: Timestamp? {
        guard let longestWait, let first = waits.first else { return nil }
        return Timestamp(microseconds: first.key).advanced(byMicroseconds: longestWait)
    }

    /// When a ring may be taken at the earliest; nil when there is no such ring.
    @inline(__always)
    func ringTime(_ ring: Int, since start: Timestamp) -> Timestamp? {
        rules.start(of: ring).map { start.advanced(byMicroseconds: $0) }
    }

    /// When the rings behind that of a waiting contact are to be looked at next; nil for never.
    @inline(__always)
    func ringDeadline(_ record: ContactRecord, at now: Timestamp) -> Timestamp? {
        guard rules.isConditional else { return ringTime(Int(record.ring) + 1, since: record.waitingSince) }
        guard record.addressee < 0 else { return nil }
        let look = rules.nextLook(
            behind: Int(record.ring), after: record.waitingSince.microseconds(to: now), waiting: waiting)
        return look.map { record.waitingSince.advanced(byMicroseconds: $0) }
    }

    /// When the overflow rules are to be looked at next for a waiting contact; nil for never.
    @inline(__always)
    func overflowDeadline(_ record: ContactRecord, at now: Timestamp) -> Timestamp? {
        guard let overflow else { return nil }
        let look = overflow.nextLook(after: record.waitingSince.microseconds(to: now), waiting: waiting)
        return look.map { record.waitingSince.advanced(byMicroseconds: $0) }
    }

    /// A contact's priority, with what its ring has added.
    @inline(__always)
    func priority(of record: ContactRecord) -> Int {
        Int(record.priority) + rules.raises[min(Int(record.ring), rules.count)]
    }

    /// How urgent a contact is beside others: where points of priority are worth some age, it is that much older, and
    /// has the priority of its queue.
    @inline(__always)
    func urgency(of record: ContactRecord) -> FloorSummary.Head {
        let priority = priority(of: record)
        guard let worth = limits.pointWorth else {
            return FloorSummary.Head(priority: priority, enqueuedAt: record.enqueuedAt)
        }
        let age = Int64(priority - configuration.priority) * worth
        return FloorSummary.Head(
            priority: configuration.priority, enqueuedAt: record.enqueuedAt.advanced(byMicroseconds: -age))
    }

    /// How far its last contacts are below the service level's target, as a share; 0 where they keep it.
    var shortfall: Double { max(0, configuration.serviceLevelTarget - (service.share ?? 1)) }

    /// Counts a contact in, by 1, or out, by -1.
    mutating func count(_ state: ContactState, by step: Int) {
        switch state {
        case .queued: waiting += step
        case .offered: offered += step
        case .connected, .held: connected += step
        case .wrapUp: wrapUp += step
        case .scheduled: deferred += step
        case .dialing:
            deferred += step
            dialing += step
        case .ended: break
        }
    }

    /// Forgets what is derived.
    mutating func resetDerived() {
        (waiting, offered, connected, wrapUp, deferred, away) = (0, 0, 0, 0, 0, 0)
        dialing = 0
        (staffed, available) = (0, 0)
        waits = SlotHeap()
        addressed = []
        sites.resetDerived()
    }
}
