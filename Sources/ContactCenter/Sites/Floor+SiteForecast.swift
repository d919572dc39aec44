/// Waits that an opening or a closing comes between.
extension Floor {
    /// How many openings and closings to come are reckoned with.
    private static let changeBound = 16

    /// How long somebody will wait whose queue's sites open and close meanwhile, in seconds; nil when nobody will serve
    /// the queue.
    ///
    /// Between two changes it is served by the agents of the sites that are open then, at the pace that it has shown;
    /// whom they do not get to is left for those of the next stretch. Of a site those agents count who are at work; where
    /// none is at one that is closed now, all who serve the queue are expected when it opens.
    ///
    /// - Parameter agents: As many as its pace is shown by now; nil when nobody serves it.
    func waitAcrossChanges(_ standing: Standing, _ agents: Double?, in queue: Int32, at now: Timestamp) -> Double? {
        let record = queueRecords[Int(queue)]
        let crews = record.sites.entries.map { crew(of: $0, in: queue) }
        var (left, waited, instant) = (standing.rivals + 1, 0.0, now)
        var share: Double?
        for _ in 0..<Self.changeBound {
            let crew = record.sites.open(at: instant, left: sites.left).reduce(0) { $0 + crews[$1] }
            share = share ?? agents.map { crew > 0 ? $0 / Double(crew) : 1 } ?? 1
            let next = record.sites.nextChange(after: instant)
            let stretch = next.map { Double(instant.microseconds(to: $0)) / 1_000_000 } ?? .infinity
            let wait =
                crew > 0 ? record.pace.wait(ahead: left - 1, agents: Double(crew) * (share ?? 1)) : Double.infinity
            if wait <= stretch { return wait.isFinite ? waited + wait : nil }
            guard let next else { return nil }
            left = max(1, left * (1 - stretch / wait))
            waited += stretch
            instant = next
        }
        return nil
    }

    /// How many agents of a site are counted upon for a queue.
    private func crew(of entry: QueueSites.Entry, in queue: Int32) -> Int {
        let agents = sites.agents[entry.site]
        func count(_ all: KeyPath<Peer, SlotSet>, atHome: SlotSet) -> Int {
            peers.reduce(membership.count(in: agents, and: atHome, queue: queue)) {
                $0 + membership.count(in: agents, and: $1[keyPath: all], queue: queue)
            }
        }
        let working = count(\.available, atHome: membership.available)
        if working > 0 { return working }
        guard entry.isOpen else { return membership.count(in: agents, and: agents, queue: queue) }
        // While all are on break, those signed in are expected back.
        return count(\.signedIn, atHome: membership.signedIn)
    }
}
