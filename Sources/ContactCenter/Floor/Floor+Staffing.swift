/// Who is there for a queue: an agent whose site is closed for its contacts is not, though signed in.
extension Floor {
    /// Whether an agent who serves a queue is signed in here, or is or may be elsewhere.
    ///
    /// - Parameter time: When the contact began to wait: a site that has closed may finish what came before.
    mutating func isStaffed(_ queue: Int32, forContactOf time: Timestamp, at now: Timestamp) -> Bool {
        if !queueRecords[Int(queue)].sites.hasClosed, queueRecords[Int(queue)].staffed > 0 { return true }
        return isServed(queue, here: membership.signedIn, elsewhere: { $0.signedIn }, forContactOf: time, at: now)
    }

    /// Whether an agent who serves a queue is available here, or is or may be elsewhere; see
    /// ``isStaffed(_:forContactOf:at:)``.
    mutating func isAttended(_ queue: Int32, forContactOf time: Timestamp, at now: Timestamp) -> Bool {
        if !queueRecords[Int(queue)].sites.hasClosed, queueRecords[Int(queue)].available > 0 { return true }
        return isServed(queue, here: membership.available, elsewhere: { $0.available }, forContactOf: time, at: now)
    }

    /// Whether one of these agents, here or elsewhere, serves a queue, or may where nothing is heard from elsewhere.
    private mutating func isServed(
        _ queue: Int32, here agents: SlotSet, elsewhere agentsOf: (Peer) -> SlotSet, forContactOf time: Timestamp,
        at now: Timestamp
    ) -> Bool {
        let closed = agentsOfClosedSites(of: queue, toContactOf: time)
        return membership.contains(any: agents, besides: closed, queue: queue) || isBlind(at: now)
            || peers.contains { membership.contains(any: agentsOf($0), besides: closed, queue: queue) }
    }

    /// How many agents of this floor serve a queue, for a contact that comes in, and how many of them are idle.
    /// Complexity: O(agents / 64).
    mutating func localStaff(of queue: Int32, at now: Timestamp) -> (signedIn: Int, idle: Int) {
        guard queueRecords[Int(queue)].sites.hasClosed else {
            return (queueRecords[Int(queue)].staffed, membership.idleCount(in: queue))
        }
        let closed = agentsOfClosedSites(of: queue, toContactOf: now)
        return (
            membership.count(in: membership.signedIn, besides: closed, queue: queue),
            membership.idleCount(in: queue, besides: closed)
        )
    }

    private mutating func agentsOfClosedSites(of queue: Int32, toContactOf time: Timestamp) -> SlotSet {
        var agents = SlotSet()
        for site in queueRecords[Int(queue)].sites.closed(toContactOf: time) { agents.formUnion(sites.agents[site]) }
        return agents
    }
}
