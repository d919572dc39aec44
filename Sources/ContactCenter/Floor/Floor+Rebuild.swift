/// Everything derived, made again from the state.
extension Floor {
    /// Makes all indexes anew. Complexity: O(contacts + agents × queues).
    mutating func rebuild() {
        resetDerived()
        rebuildNumbers()
        rebuildAgents()
        renewSites()
        // As of the beginning of time, so that an exclusion that ended unnoticed is noticed at the next advance.
        let beginning = Timestamp(microseconds: 0)
        noteReserved()
        var ends: [Int32] = []
        for slot in contacts.slots {
            if contacts[slot].state == .ended { ends.append(slot) } else { enter(slot, at: beginning) }
        }
        ends.sort { (contacts[$0].since, contacts[$0].id) < (contacts[$1].since, contacts[$1].id) }
        for slot in ends { enter(slot, at: beginning) }
        for id in guests.keys.sorted() {
            guard let guest = guests[id], guest.isInHand, let agent = agentNumbers[guest.agent] else { continue }
            take(id, guest, by: agent)
        }
        noteAccepts()
        for agent in agentRecords.indices {
            agentRecords[agent].lastWork = agentRecords[agent].work
            agentRecords[agent].wasBusy = agentRecords[agent].isBusy
            if !agentRecords[agent].isRetired { publishAgent(Int32(agent)) }
            refreshAgentTimer(Int32(agent))
        }
        rebuildBlending()
        for queue in queueRecords.indices { refreshQueueTimer(Int32(queue)) }
    }

    /// Notes which contacts are asked for, offered or in hand elsewhere.
    private mutating func noteReserved() {
        for reservation in reservations.values where reservation.phase != .over {
            if let slot = contacts.slot(of: reservation.contact) { contacts[slot].isReserved = true }
        }
    }

    /// Notes which commands accepted the guests that are in hand.
    private mutating func noteAccepts() {
        guard !guests.isEmpty else { return }
        var accepts: [(CommandID, CommandResult)] = []
        results.forEach { command, result in
            if case .done(.forwarded) = result { accepts.append((command, result)) }
        }
        for (command, result) in accepts { noteAccept(command, result) }
    }

    private mutating func resetDerived() {
        acceptCommands = [:]
        blends = BlendTable()
        matching = Matching()
        offers = IdentifierTable()
        ended = EndedContacts()
        timers = SlotHeap()
        queueTimers = SlotHeap()
        agentTimers = SlotHeap()
        queuePlaces = ContiguousArray(repeating: SlotHeap.absent, count: queueRecords.count)
        agentPlaces = ContiguousArray(repeating: SlotHeap.absent, count: agentRecords.count)
        contacts.resetPlaces()
        contactCounts = ContactCounts()
        agentCounts = FloorFigures()
    }

    private mutating func rebuildNumbers() {
        queueNumbers = [:]
        agentNumbers = [:]
        for index in queueRecords.indices {
            queueRecords[index].resetDerived()
            guard !queueRecords[index].isRetired else { continue }
            queueNumbers[queueRecords[index].configuration.id] = Int32(index)
            matching.setOrder(queueRecords[index].configuration.order, of: QueueSlot(index))
            matching.setWeight(queueRecords[index].configuration.weight, of: QueueSlot(index))
            tellShortfall(of: index)
        }
        for index in agentRecords.indices where !agentRecords[index].isRetired {
            agentNumbers[agentRecords[index].id] = Int32(index)
        }
        agentCounts.agents = agentNumbers.count
    }

    private mutating func rebuildAgents() {
        membership = Membership(queues: queueRecords.count)
        sites.setHomes(
            ContiguousArray(
                agentRecords.map { $0.isRetired ? -1 : sites.numbers[$0.configuration.site] ?? -1 }))
        for index in agentRecords.indices {
            agentRecords[index].resetDerived()
            guard !agentRecords[index].isRetired else { continue }
            let configuration = agentRecords[index].configuration
            let profile = AgentProfile(configuration)
            let listed = configuration.queues?.compactMap { queueNumbers[$0] }.sorted()
            for queue in queueRecords.indices where !queueRecords[queue].isRetired {
                let serves =
                    listed.map { $0.contains(Int32(queue)) } ?? queueRecords[queue].mayBeServed(by: profile)
                if serves { membership.insert(agent: Int32(index), queue: Int32(queue)) }
            }
            matching.setAgent(
                AgentSlot(index), profile: profile, queues: listed.map { $0.map { QueueSlot(Int($0)) } },
                releases: configuration.releases)
        }
        for index in queueRecords.indices where queueRecords[index].lastOffered >= 0 {
            matching.setLastOffered(AgentSlot(Int(queueRecords[index].lastOffered)), in: QueueSlot(index))
        }
    }
}

extension AgentRecord {
    /// Forgets what is derived, and resolves the limits anew.
    mutating func resetDerived() {
        load = ChannelCounts()
        contacts = []
        guests = []
        addressed = []
        (offeredCount, acceptingCount, connectedCount, heldCount, wrapUpCount) = (0, 0, 0, 0, 0)
        presence = []
        resolveMaximum()
    }
}

extension QueueRecord {
    /// Whether an agent whose configuration lists no queues serves this one.
    func mayBeServed(by agent: AgentProfile) -> Bool {
        asks.own.contains { Self.mayBeMet($0, by: agent) }
    }

    private static func mayBeMet(_ requirement: Requirement?, by agent: AgentProfile) -> Bool {
        guard let requirement, !requirement.mentionsContact else { return true }
        return requirement.isMet(by: agent, contact: Attributes())
    }
}
