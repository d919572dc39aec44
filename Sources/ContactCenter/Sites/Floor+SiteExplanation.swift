/// What explanations say of sites.
extension Floor {
    /// How many openings and closings to come are told.
    private static let stepBound = 8

    /// The table that was compared last for a contact, or that would be compared now.
    func choice(for slot: Int32, at now: Timestamp) -> SiteChoice? {
        if let choice = sites.choices[contacts[slot].id] { return choice }
        guard contacts[slot].state == .queued, queueRecords[Int(contacts[slot].queue)].sites.isChosen,
            let group = matching.waitingClass(of: ContactSlot(Int(slot)))
        else { return nil }
        let table = weighed(slot, group, at: now, withPeers: false)
        return SiteChoice(at: now, chosen: nil, sites: table.map(\.row))
    }

    /// What an agent's site keeps from them of a contact that they are able to take.
    func siteObstacle(between record: ContactRecord, and agent: Int32) -> Obstacle? {
        if isClosed(agent, to: record) { return .siteClosed }
        let site = sites.home(of: agent)
        if sites.isFull(site) { return .siteFull }
        guard record.addressee < 0 else { return nil }
        switch queueRecords[Int(record.queue)].sites.obstacle(to: record.id, enqueuedAt: record.enqueuedAt, of: site) {
        case .full: return .siteFull
        case .share: return .otherShare
        case .closed, .nobody, .busy, nil: return nil
        }
    }

    /// The sites of a waiting contact's queue that open or close next.
    func upcomingSites(_ slot: Int32, at now: Timestamp) -> [UpcomingStep] {
        let entries = queueRecords[Int(contacts[slot].queue)].sites.entries
        let changes = entries.compactMap { entry in entry.changesAt.map { (entry, $0) } }.sorted { $0.1 < $1.1 }
        return changes.prefix(Self.stepBound).map { entry, at in
            let site = entry.configuration.site
            return entry.hours.isOpen(at: now)
                ? UpcomingStep(kind: .siteCloses, at: at, text: "Site \(site) closes.")
                : UpcomingStep(kind: .siteOpens, at: at, text: "Site \(site) opens.")
        }
    }
}
