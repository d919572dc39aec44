/// What can be seen of a floor.
extension Floor {
    /// A contact that has not been forgotten, or one of another partition that an agent of this one has.
    public func contact(_ id: ContactID) -> ContactView? {
        if id.partition != partition { return guest(id) }
        // No `map`: it would copy the floor.
        guard let slot = contacts.slot(of: id) else { return nil }
        return contactView(slot)
    }

    /// An agent of the configuration in force.
    public func agent(_ id: AgentID) -> AgentView? {
        guard let agent = agentNumbers[id] else { return nil }
        return agentView(agent)
    }

    /// A queue of the configuration in force, as it is at `now`. Complexity: O(agents / 64).
    public func queue(_ id: QueueID, now: Timestamp) -> QueueView? {
        queueNumbers[id].map { queueView($0, now: now) }
    }

    /// An open offer to an agent, whichever partition's the contact is; nil once it is over.
    public func offer(_ id: ReservationID) -> OfferView? {
        if id.partition != partition { return guestOffer(id) }
        guard let slot = offers[id.count] else { return nil }
        return offerView(slot)
    }

    /// All agents, in the order of the configuration.
    public func agents() -> [AgentView] {
        agentRecords.indices.filter { !agentRecords[$0].isRetired }.map { agentView(Int32($0)) }
    }

    /// All queues, in the order of the configuration. Complexity: O(queues × agents / 64).
    public func queues(now: Timestamp) -> [QueueView] {
        queueRecords.indices.filter { !queueRecords[$0].isRetired }.map { queueView(Int32($0), now: now) }
    }

    /// Contacts that the filter lets through, by rising id.
    ///
    /// Complexity: O(contacts above `after`) at worst; O(contacts of the agent) with an agent.
    public func contacts(matching filter: ContactFilter) -> [ContactView] {
        let limit = max(1, min(filter.limit, ContactFilter.limitBound))
        var agent: Int32?
        if let id = filter.agent {
            guard let number = agentNumbers[id] else { return [] }
            agent = number
        }
        var queue: Int32?
        if let id = filter.queue {
            guard let number = queueNumbers[id] else { return [] }
            queue = number
        }
        var views: [ContactView] = []
        contacts.forEach(after: filter.after) { slot in
            if let agent, contacts.records[Int(slot)].agent != agent { return true }
            if let queue, contacts.records[Int(slot)].queue != queue { return true }
            if let state = filter.state, contacts.records[Int(slot)].state != state { return true }
            views.append(contactView(slot))
            return views.count < limit
        }
        return views
    }

    /// How much it holds. Complexity: O(1).
    public var figures: FloorFigures {
        var figures = agentCounts
        figures.waiting = contactCounts[.queued]
        figures.offered = contactCounts[.offered]
        figures.connected = contactCounts[.connected] + contactCounts[.held]
        figures.wrapUp = contactCounts[.wrapUp]
        figures.deferred = contactCounts[.scheduled] + contactCounts[.dialing]
        figures.ended = contactCounts[.ended]
        figures.sessions = sessions.count
        figures.results = results.count
        return figures
    }

    @inline(__always)
    func contactView(_ slot: Int32) -> ContactView {
        let record = contacts[slot]
        return ContactView(
            id: record.id, session: record.session, channel: record.channel,
            customer: contacts.details[Int(slot)].customer,
            attributes: contacts.details[Int(slot)].attributes, queue: queueRecords[Int(record.queue)].configuration.id,
            requirement: effectiveRequirement(of: record), ring: Int(record.ring),
            priority: queueRecords[Int(record.queue)].priority(of: record),
            preferredAgent: agentID(record.preferred), state: record.state, openedAt: record.openedAt,
            enqueuedAt: record.enqueuedAt, answeredAt: record.answeredAt,
            endedAt: record.state == .ended ? record.since : nil, agent: agentID(record.agent),
            offer: record.state == .offered ? record.offer : nil,
            consultationOf: record.consultationOf == 0 ? nil : ContactID(rawValue: record.consultationOf),
            consultation: record.consultation == 0 ? nil : ContactID(rawValue: record.consultation),
            endReason: record.endReason, disposition: contacts.details[Int(slot)].disposition,
            diversion: diversions.isEmpty ? nil : diversions[record.id])
    }

    func agentView(_ agent: Int32) -> AgentView {
        let record = agentRecords[Int(agent)]
        var capacity: [Channel: Int] = [:]
        for channel in Channel.allCases where record.maximum[channel] > 0 {
            capacity[channel] = Int(record.maximum[channel])
        }
        return AgentView(
            id: record.id, label: record.configuration.label, site: record.configuration.site,
            availability: record.availability, next: record.next, work: record.work, since: record.since,
            isReachable: record.isAttached, skills: record.configuration.skills, capacity: capacity,
            contacts: inHand(of: agent), offers: offers(to: agent), unanswered: record.unanswered,
            interrupted: interrupted(of: agent))
    }

    /// What an agent has in hand, the oldest first.
    private func inHand(of agent: Int32) -> [ContactID] {
        let records = contacts.records
        var all: [(since: Timestamp, id: ContactID)] = []
        for slot in agentRecords[Int(agent)].contacts where records[Int(slot)].isInHand {
            all.append((records[Int(slot)].handlingSince, records[Int(slot)].id))
        }
        for id in agentRecords[Int(agent)].guests {
            if let guest = guests[id], guest.phase == .held { all.append((guest.since, guest.contact.id)) }
        }
        return all.sorted { ($0.since, $0.id) < ($1.since, $1.id) }.map(\.id)
    }

    /// The offers that an agent sees, the oldest first.
    private func offers(to agent: Int32) -> [ReservationID] {
        let records = contacts.records
        let own = openOffers(of: agent).map { records[Int($0)].offer }
        let others = agentRecords[Int(agent)].guests.filter { guests[$0]?.isOffer ?? false }
        return others.isEmpty ? own : own + others.sorted()
    }

    /// A contact of another partition that an agent of this one has. Complexity: O(guests).
    private func guest(_ id: ContactID) -> ContactView? {
        guests.values.first { $0.phase == .held && $0.contact.id == id }?.contact
    }

    /// An offer of another partition's contact.
    func guestOffer(_ id: ReservationID) -> OfferView? {
        guard let guest = guests[id], guest.isOffer else { return nil }
        let contact = guest.contact
        var view = OfferView(
            id: id, contact: contact.id, agent: guest.agent, queue: contact.queue, channel: contact.channel,
            customer: contact.customer, attributes: contact.attributes, ring: contact.ring, priority: contact.priority,
            enqueuedAt: contact.enqueuedAt, offeredAt: guest.since, deadline: guest.deadline)
        view.isCallback = contact.awaitsCall
        return view
    }

    @inline(__always)
    func offerView(_ slot: Int32) -> OfferView {
        let record = contacts[slot]
        var view = OfferView(
            id: record.offer, contact: record.id, agent: agentRecords[Int(record.agent)].id,
            queue: queueRecords[Int(record.queue)].configuration.id, channel: record.channel,
            customer: contacts.details[Int(slot)].customer, attributes: contacts.details[Int(slot)].attributes,
            ring: Int(record.ring), priority: queueRecords[Int(record.queue)].priority(of: record),
            enqueuedAt: record.enqueuedAt,
            offeredAt: record.since, deadline: record.offerDeadline)
        if record.isAbsent { view.isCallback = callback(of: slot) != nil }
        return view
    }

    private func queueView(_ queue: Int32, now: Timestamp) -> QueueView {
        let record = queueRecords[Int(queue)]
        return QueueView(
            id: record.configuration.id, label: record.configuration.label,
            isOpen: record.hours?.isOpen(at: now) ?? true, waiting: record.waiting, offered: record.offered,
            connected: record.connected, oldest: oldest(in: queue), staffed: record.staffed,
            idle: membership.idleCount(in: queue), expectedWait: expectedWait(joining: queue, at: now),
            figures: record.figures)
    }

    /// Enqueue time of the contact of a queue that has waited longest.
    func oldest(in queue: Int32) -> Timestamp? {
        // There the order of matching is not that of age.
        if queueRecords[Int(queue)].limits.pointWorth != nil {
            return queueRecords[Int(queue)].waits.first.map { Timestamp(microseconds: $0.key) }
        }
        let addressed = queueRecords[Int(queue)].addressed.map { contacts[$0].enqueuedAt }.min()
        let others = matching.oldest(in: QueueSlot(Int(queue)))
        guard let addressed, let others else { return addressed ?? others }
        return min(addressed, others)
    }

    func agentID(_ agent: Int32) -> AgentID? {
        agent >= 0 ? agentRecords[Int(agent)].id : nil
    }
}
