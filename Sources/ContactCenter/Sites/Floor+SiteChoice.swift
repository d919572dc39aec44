/// Which site gets a contact.
///
/// Candidates are the sites of the contact's queue that are open and may have it. Of those with an agent who is free for
/// it one that does not close before it would be handled goes first; then one that keeps the service level; then the
/// greater weight; then the contact's own partition, which takes no letter; then the one with more such agents. Where
/// nobody is free the contact waits for the agents of all candidates alike, and whoever becomes free first gets it.
extension Floor {
    /// By how much of its target a site may fail the service level before others go first.
    private static let tolerance = 0.05

    /// Offers a waiting contact to an agent of the best site that has one free for it, or asks that site's partition.
    ///
    /// - Returns: Whether there is one.
    mutating func placeBySite(
        _ slot: Int32, _ group: ClassIndex, at now: Timestamp, into output: inout FloorOutput
    ) -> Bool {
        let record = contacts[slot]
        let table = weighed(slot, group, at: now, withPeers: !record.isReserved)
        for place in table.indices where table[place].row.idle > 0 && table[place].row.obstacle == nil {
            let agents = sites.agents[table[place].site]
            let (gate, claims) = (gate(of: record.queue), claims)
            let agent = matching.bestAgent(for: group, within: agents) { agent in
                record.passesOver(agent.index, at: now) || claims[agent.index].map { now < $0.until } ?? false
                    || gate?.bars(agent.index, record.id, enqueuedAt: record.enqueuedAt) ?? false
            }
            if let agent {
                noteChoice(record.id, table, place, at: now, into: &output)
                offer(slot, to: agent.index, at: now, into: &output)
                return true
            }
            guard !record.isReserved, let found = bestPeer(for: slot, group, within: agents, at: now) else { continue }
            noteChoice(record.id, table, place, at: now, into: &output)
            ask(found, for: slot, at: now, into: &output)
            return true
        }
        return false
    }

    private mutating func noteChoice(
        _ contact: ContactID, _ table: [Weighed], _ chosen: Int, at now: Timestamp, into output: inout FloorOutput
    ) {
        let choice = SiteChoice(at: now, chosen: table[chosen].row.site, sites: table.map(\.row))
        emit(.sitesWeighed(Event.SitesWeighed(contact: contact, choice: choice)), at: now, into: &output)
    }

    mutating func changeSitesWeighed(_ value: Event.SitesWeighed) {
        guard contacts.slot(of: value.contact) != nil else { return }
        sites.choices[value.contact] = value.choice
    }

    /// A site, and what is compared of it.
    struct Weighed {
        let site: Int
        var row: WeighedSite
        /// Whether it fails the service level by more than is tolerated.
        let lags: Bool
        /// Of those free, how many this partition could offer the contact without asking.
        let atHome: Int

        func precedes(_ other: Weighed) -> Bool {
            let (own, others) = (row, other.row)
            if (own.obstacle == nil) != (others.obstacle == nil) { return own.obstacle == nil }
            if (own.idle > 0) != (others.idle > 0) { return own.idle > 0 }
            if own.closesSoon != others.closesSoon { return others.closesSoon }
            if own.idle == 0, own.predictedWait != others.predictedWait {
                return (own.predictedWait ?? .seconds(Int64.max)) < (others.predictedWait ?? .seconds(Int64.max))
            }
            if lags != other.lags { return other.lags }
            if own.weight != others.weight { return own.weight > others.weight }
            if (atHome > 0) != (other.atHome > 0) { return atHome > 0 }
            return own.idle != others.idle ? own.idle > others.idle : site < other.site
        }
    }

    /// The sites of a contact's queue, the best first. Complexity: O(sites × partitions × agents / 64).
    ///
    /// - Parameter withPeers: Whether what other partitions have told counts.
    @inline(__always)
    func weighed(_ slot: Int32, _ group: ClassIndex, at now: Timestamp, withPeers: Bool) -> [Weighed] {
        let record = contacts[slot]
        let queue = queueRecords[Int(record.queue)]
        let peers = withPeers ? peers.filter { !$0.isPassedOver(for: record.id, at: now) } : []
        return queue.sites.entries.indices.map { place in
            let entry = queue.sites.entries[place]
            let agents = sites.agents[entry.site]
            let atHome = matching.count(in: matching.free(for: group), and: agents, for: group)
            let idle = peers.reduce(atHome) {
                $0 + matching.count(in: free(at: $1, for: record), and: agents, for: group)
            }
            let working = peers.reduce(matching.count(in: membership.available, and: agents, for: group)) {
                $0 + matching.count(in: $1.available, and: agents, for: group)
            }
            let wait = queue.pace.wait(ahead: Double(queue.waiting), agents: Double(working))
            var row = WeighedSite(
                site: entry.configuration.site, obstacle: nil, idle: idle,
                predictedWait: idle > 0 ? .zero : working > 0 ? .seconds(wait.rounded()) : nil,
                serviceLevel: entry.service.share, weight: entry.configuration.weight, changesAt: entry.changesAt,
                closesSoon: closesSoon(entry, queue.pace, at: now))
            row.obstacle = queue.sites.obstacle(to: record.id, enqueuedAt: record.enqueuedAt, at: place)
            if row.obstacle == nil, sites.isFull(entry.site) { row.obstacle = .full }
            if row.obstacle == nil, idle == 0 { row.obstacle = working > 0 ? .busy : .nobody }
            let shortfall = queue.configuration.serviceLevelTarget - (entry.service.share ?? 1)
            return Weighed(site: entry.site, row: row, lags: shortfall > Self.tolerance, atHome: atHome)
        }
        .sorted { $0.precedes($1) }
    }

    @inline(__always)
    private func closesSoon(_ entry: QueueSites.Entry, _ pace: QueuePace, at now: Timestamp) -> Bool {
        guard entry.isOpen, let changesAt = entry.changesAt else { return false }
        return changesAt < now.advanced(byMicroseconds: Int64(pace.handling * 1_000_000))
    }
}
