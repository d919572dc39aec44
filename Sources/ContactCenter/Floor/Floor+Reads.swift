/// What can be seen of a floor.
extension Floor {
    /// A contact that has not been forgotten.
    public func contact(_ id: ContactID) -> ContactView? {
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

    /// An open offer; nil once it is over.
    public func offer(_ id: ReservationID) -> OfferView? {
        guard id.partition == partition, let slot = offers[id.count] else { return nil }
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
            requirement: effectiveRequirement(of: record), ring: Int(record.ring), priority: Int(record.priority),
            preferredAgent: agentID(record.preferred), state: record.state, openedAt: record.openedAt,
            enqueuedAt: record.enqueuedAt, answeredAt: record.answeredAt,
            endedAt: record.state == .ended ? record.since : nil, agent: agentID(record.agent),
            offer: record.state == .offered ? record.offer : nil,
            consultationOf: record.consultationOf == 0 ? nil : ContactID(rawValue: record.consultationOf),
            consultation: record.consultation == 0 ? nil : ContactID(rawValue: record.consultation),
            endReason: record.endReason, disposition: contacts.details[Int(slot)].disposition)
    }

    func agentView(_ agent: Int32) -> AgentView {
        let record = agentRecords[Int(agent)]
        var capacity: [Channel: Int] = [:]
        for channel in Channel.allCases where record.maximum[channel] > 0 {
            capacity[channel] = Int(record.maximum[channel])
        }
        let records = contacts.records
        let inHand = record.contacts.filter { records[Int($0)].isInHand }.sorted { left, right in
            let (left, right) = (Int(left), Int(right))
            return (records[left].handlingSince, records[left].id) < (records[right].handlingSince, records[right].id)
        }
        return AgentView(
            id: record.id, label: record.configuration.label, site: record.configuration.site,
            availability: record.availability, next: record.next, work: record.work, since: record.since,
            isReachable: record.isAttached, skills: record.configuration.skills, capacity: capacity,
            contacts: inHand.map { records[Int($0)].id }, offers: openOffers(of: agent).map { records[Int($0)].offer },
            unanswered: record.unanswered)
    }

    @inline(__always)
    func offerView(_ slot: Int32) -> OfferView {
        let record = contacts[slot]
        return OfferView(
            id: record.offer, contact: record.id, agent: agentRecords[Int(record.agent)].id,
            queue: queueRecords[Int(record.queue)].configuration.id, channel: record.channel,
            customer: contacts.details[Int(slot)].customer, attributes: contacts.details[Int(slot)].attributes,
            ring: Int(record.ring), priority: Int(record.priority), enqueuedAt: record.enqueuedAt,
            offeredAt: record.since, deadline: record.offerDeadline)
    }

    private func queueView(_ queue: Int32, now: Timestamp) -> QueueView {
        let record = queueRecords[Int(queue)]
        return QueueView(
            id: record.configuration.id, label: record.configuration.label,
            isOpen: record.hours?.isOpen(at: now) ?? true, waiting: record.waiting, offered: record.offered,
            connected: record.connected, oldest: oldest(in: queue), staffed: record.staffed,
            idle: membership.idleCount(in: queue), figures: record.figures)
    }

    /// Enqueue time of the contact of a queue that has waited longest.
    func oldest(in queue: Int32) -> Timestamp? {
        let addressed = queueRecords[Int(queue)].addressed.map { contacts[$0].enqueuedAt }.min()
        let others = matching.oldest(in: QueueSlot(Int(queue)))
        guard let addressed, let others else { return addressed ?? others }
        return min(addressed, others)
    }

    func agentID(_ agent: Int32) -> AgentID? {
        agent >= 0 ? agentRecords[Int(agent)].id : nil
    }
}
