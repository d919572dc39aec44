extension Floor {
    /// What is wrong with the state; empty when all is well. Complexity: O(everything); for tests.
    public func checkInvariants() -> [String] {
        var problems = matching.checkInvariants()
        problems += timers.checkInvariants(contacts.timerPlaces)
        problems += queueTimers.checkInvariants(queuePlaces)
        problems += agentTimers.checkInvariants(agentPlaces)
        checkDerived(&problems)
        checkContacts(&problems)
        checkReservations(&problems)
        checkDiversions(&problems)
        checkPreferences(&problems)
        checkNobodyWaitsInVain(&problems)
        return problems
    }

    /// What is kept up step by step is what it would be if it were made anew.
    private func checkDerived(_ problems: inout [String]) {
        var fresh = self
        fresh.rebuild()
        if fresh.contactCounts != contactCounts { problems.append("counts of contacts by state are off") }
        if fresh.figures != figures { problems.append("figures are \(figures), not \(fresh.figures)") }
        if fresh.membership.signedIn.trimmedWords != membership.signedIn.trimmedWords
            || fresh.membership.available.trimmedWords != membership.available.trimmedWords
        {
            problems.append("who is signed in, and available, is off")
        }
        for queue in blends.followers
        where fresh.matching.heldBack(from: QueueSlot(Int(queue))).trimmedWords
            != matching.heldBack(from: QueueSlot(Int(queue))).trimmedWords
        {
            problems.append("who is held back from queue \(queueRecords[Int(queue)].configuration.id) is off")
        }
        if fresh.sites.loads != sites.loads || fresh.sites.nextChange != sites.nextChange {
            problems.append("sites are kept wrongly")
        }
        if fresh.offers.count != offers.count { problems.append("offers are \(offers.count)") }
        for (index, record) in queueRecords.enumerated() {
            let other = fresh.queueRecords[index]
            if record.derivedCounts != other.derivedCounts || record.waits.count != other.waits.count {
                problems.append(
                    "queue \(record.configuration.id) counts \(record.derivedCounts), not \(other.derivedCounts)")
            }
            if record.sites.entries.map(\.load) != other.sites.entries.map(\.load)
                || record.sites.entries.map(\.isOpen) != other.sites.entries.map(\.isOpen)
            {
                problems.append("sites of queue \(record.configuration.id) are kept wrongly")
            }
            if membership.idleCount(in: Int32(index)) != fresh.membership.idleCount(in: Int32(index)) {
                problems.append("idle agents of queue \(record.configuration.id) are counted wrongly")
            }
            if oldest(in: Int32(index)) != fresh.oldest(in: Int32(index)) {
                problems.append("oldest of queue \(record.configuration.id) is off")
            }
        }
        for (index, record) in agentRecords.enumerated() {
            let other = fresh.agentRecords[index]
            if record.load != other.load || record.contacts.sorted() != other.contacts.sorted()
                || record.guests.sorted() != other.guests.sorted() || record.acceptingCount != other.acceptingCount
                || record.addressed.sorted() != other.addressed.sorted() || record.presence != other.presence
                || record.maximum != other.maximum || record.work != other.work || record.lastWork != record.work
                || record.wasBusy != record.isBusy
            {
                problems.append("agent \(record.id) is kept wrongly")
            }
            if matching.freeChannels(of: AgentSlot(index)) != record.openChannels {
                problems.append("agent \(record.id) is free for the wrong channels")
            }
        }
    }

    private func checkContacts(_ problems: inout [String]) {
        var counted = 0
        contacts.forEach { slot in
            let record = contacts[slot]
            counted += 1
            if sessions.contacts(of: record.session) == 0 { problems.append("\(record.id) has no session") }
            if record.isInHand || record.state == .offered, record.agent < 0 {
                problems.append("\(record.id) is \(record.state.name) and has no agent")
            }
            if [.queued, .scheduled, .dialing].contains(record.state), record.agent >= 0 {
                problems.append("\(record.id) waits and has an agent")
            }
            if record.state == .offered, offers[record.offer.count] != slot {
                problems.append("offer \(record.offer) is not known")
            }
            if record.state != .ended, queueRecords[Int(record.queue)].isRetired {
                problems.append("\(record.id) is in a queue that is gone")
            }
            // As of the end of time, when no exclusion is left: an advance may have noticed one end without an event.
            if deadline(of: slot, at: Timestamp(microseconds: .max)) != nil, contacts.timerPlaces[Int(slot)] < 0 {
                problems.append("\(record.id) is due some time and has no timer")
            }
            checkConsultation(record, &problems)
            return true
        }
        if counted != contacts.count { problems.append("contacts are \(counted), not \(contacts.count)") }
    }

    private func checkConsultation(_ record: ContactRecord, _ problems: inout [String]) {
        guard record.state != .ended else { return }
        if record.consultation != 0 {
            let other = contacts.slot(of: ContactID(rawValue: record.consultation))
            if other.map({ contacts[$0].consultationOf }) != record.id.rawValue {
                problems.append("\(record.id) has a consultation that does not know it")
            }
            if record.state != .held, record.state != .connected {
                problems.append("\(record.id) is \(record.state.name) and has a consultation")
            }
        }
        if record.isConsultation {
            let other = contacts.slot(of: ContactID(rawValue: record.consultationOf))
            if other.map({ contacts[$0].consultation }) != record.id.rawValue {
                problems.append("consultation \(record.id) has outlived its contact")
            }
        }
    }

    /// No contact waits while an agent is free for it who has not claimed another elsewhere.
    private func checkNobodyWaitsInVain(_ problems: inout [String]) {
        var matching = matching
        contacts.forEach { slot in
            let record = contacts[slot]
            guard record.state == .queued else { return true }
            if record.addressee >= 0 {
                if !sites.isFull(sites.home(of: record.addressee)),
                    agentRecords[Int(record.addressee)].openChannels.contains(record.channel)
                {
                    problems.append("\(record.id) waits for an agent who is free")
                }
                return true
            }
            if waitsForCalls(slot) { return true }
            // Asked for at a site that is better than that of who is free here.
            if record.isReserved, queueRecords[Int(record.queue)].sites.isChosen { return true }
            guard let group = matching.waitingClass(of: ContactSlot(Int(slot))) else {
                problems.append("\(record.id) waits and cannot be found")
                return true
            }
            // Once the exclusion is over, the contact looks again at the next advance.
            if record.exclusions.agents[0] >= 0, record.exclusions.until <= lastTime { return true }
            let gate = gate(of: record.queue)
            if let agent = matching.bestAgent(
                for: group,
                excluding: { agent in
                    // Who has claimed something more urgent elsewhere waits for it.
                    record.passesOver(agent.index, at: lastTime) || claims[agent.index] != nil
                        || gate?.bars(agent.index, record.id, enqueuedAt: record.enqueuedAt) ?? false
                })
            {
                problems.append("\(record.id) waits though \(agentRecords[Int(agent.index)].id) is free")
            }
            return true
        }
    }
}

extension QueueRecord {
    /// All that is counted of contacts and agents.
    var derivedCounts: [Int] {
        [waiting, offered, connected, wrapUp, deferred, dialing, away, staffed, available]
    }
}
