/// What is known of another floor, and what was asked of it since: hints, which no state depends on.
struct Peer: Sendable {
    /// For how long a floor that had nobody is not asked for the same contact again, in microseconds.
    static let passingTime: Int64 = 2_000_000

    let floor: UInt16
    private(set) var waits: [FloorSummary.Wait] = []
    /// By channel: who is free, as far as they were not asked for since.
    private(set) var free: [SlotSet] = []
    private(set) var signedIn = SlotSet()
    private(set) var available = SlotSet()
    /// By queue, of those that have any: whom its contacts are held back from there.
    private var heldBack: [Int32: SlotSet] = [:]
    /// Contacts that it had nobody for lately, and until when it is not asked again.
    private var passedOver: [ContactID: Timestamp] = [:]

    init(floor: UInt16) {
        self.floor = floor
    }

    mutating func learn(_ summary: FloorSummary) {
        waits = summary.waits
        free = summary.free.map { SlotSet(words: $0) }
        signedIn = SlotSet(words: summary.signedIn)
        available = SlotSet(words: summary.available)
        heldBack = [:]
        for entry in summary.heldBack {
            heldBack[Int32(truncatingIfNeeded: entry.queue)] = SlotSet(words: entry.agents)
        }
    }

    /// Who is free for a channel.
    func free(for channel: Channel) -> SlotSet {
        let place = Int(channel.rawValue)
        return place < free.count ? free[place] : SlotSet()
    }

    /// Who is free for a channel and is not kept from the contacts of a queue.
    func free(for channel: Channel, from queue: Int32) -> SlotSet {
        var agents = free(for: channel)
        if let kept = heldBack[queue] { agents.subtract(kept) }
        return agents
    }

    /// Notes that an agent is, or will be, no longer free.
    mutating func take(_ agent: Int32) {
        for place in free.indices { free[place].remove(agent) }
    }

    mutating func passOver(for contact: ContactID, until: Timestamp, at now: Timestamp) {
        if passedOver.count > 1_024 { passedOver = passedOver.filter { $0.value > now } }
        passedOver[contact] = until
    }

    func isPassedOver(for contact: ContactID, at now: Timestamp) -> Bool {
        if passedOver.isEmpty { return false }
        return passedOver[contact].map { now < $0 } ?? false
    }
}
