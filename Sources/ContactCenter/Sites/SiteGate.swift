/// What keeps agents from the contacts of one queue though they are able and free, for one decision.
struct SiteGate {
    private let queue: QueueSites
    private let board: SiteBoard

    init(_ queue: QueueSites, _ board: SiteBoard) {
        self.queue = queue
        self.board = board
    }

    /// Whether an agent may not have a contact of the queue now.
    func bars(_ agent: Int32, _ contact: ContactID, enqueuedAt: Timestamp) -> Bool {
        let site = board.home(of: agent)
        return board.isFull(site) || queue.bars(site, contact, enqueuedAt: enqueuedAt)
    }
}

extension Floor {
    /// What keeps agents from the contacts of a queue; nil for nothing.
    @inline(__always)
    func gate(of queue: Int32) -> SiteGate? {
        guard sites.isLimited || queueRecords[Int(queue)].sites.isGated else { return nil }
        return SiteGate(queueRecords[Int(queue)].sites, sites)
    }
}
