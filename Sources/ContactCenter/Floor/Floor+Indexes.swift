/// What is derived from the state, and how it follows: a contact leaves all indexes, is changed, and enters them
/// again. Reading a snapshot is entering every contact once.
extension Floor {
    /// Changes a contact, its place in every index included.
    mutating func alter(_ slot: Int32, at now: Timestamp, _ body: (inout ContactRecord) -> Void) {
        leave(slot)
        let before = contacts[slot].agent
        body(&contacts[slot])
        enter(slot, at: now)
        let after = contacts[slot].agent
        if before >= 0, before != after { refreshAgent(before, at: now) }
        if after >= 0 { refreshAgent(after, at: now) }
    }

    /// Takes a contact out of every index but that of the timers, which ``enter(_:at:)`` sets anew.
    mutating func leave(_ slot: Int32) {
        let state = contacts[slot].state
        contactCounts[state] -= 1
        guard state != .ended else { return }
        queueRecords[Int(contacts[slot].queue)].count(state, by: -1)
        if state == .queued { return leaveWaiting(slot) }
        if state == .offered { offers.remove(contacts[slot].offer.count) }
        // Nobody has it, or an agent who is at home elsewhere has it in hand there.
        if contacts[slot].agent < 0 || contacts[slot].isReserved { return }
        agentRecords[Int(contacts[slot].agent)].drop(slot, contacts[slot].channel, state)
        countAtSite(contacts[slot].agent, contacts[slot].queue, by: -1)
    }

    /// Puts a contact into every index.
    mutating func enter(_ slot: Int32, at now: Timestamp) {
        let state = contacts[slot].state
        contactCounts[state] += 1
        setTimer(slot, at: now)
        guard state != .ended else { return ended.append(contacts[slot].id) }
        queueRecords[Int(contacts[slot].queue)].count(state, by: 1)
        if state == .queued { return enterWaiting(slot) }
        if state == .offered { offers.set(contacts[slot].offer.count, to: slot) }
        if contacts[slot].agent < 0 || contacts[slot].isReserved { return }
        agentRecords[Int(contacts[slot].agent)].take(slot, contacts[slot].channel, state)
        countAtSite(contacts[slot].agent, contacts[slot].queue, by: 1)
    }

    private mutating func enterWaiting(_ slot: Int32) {
        let queue = contacts[slot].queue
        if contacts[slot].isAbsent { queueRecords[Int(queue)].away += 1 }
        if queueRecords[Int(queue)].followsWaits, !contacts[slot].isAbsent {
            queueRecords[Int(queue)].waits.set(
                slot, key: contacts[slot].waitingSince.microseconds, places: &contacts.waitPlaces)
            refreshQueueTimer(queue)
        }
        let addressee = contacts[slot].addressee
        if addressee >= 0 {
            queueRecords[Int(queue)].addressed.append(slot)
            agentRecords[Int(addressee)].addressed.append(slot)
        } else {
            let ring = Int(contacts[slot].ring)
            if ring > 0 || !queueRecords[Int(queue)].asks.isPlain,
                let brought = requirements[contacts[slot].requirement]
            {
                queueRecords[Int(queue)].asks.remember(bringing: brought, at: ring)
            }
            let urgency = queueRecords[Int(queue)].urgency(of: contacts[slot])
            // As effectiveRequirement says it; asked there, the whole floor would be copied for every contact.
            let asked = queueRecords[Int(queue)].asks.asked(
                bringing: requirements[contacts[slot].requirement], at: ring)
            let preferred = contacts[slot].hasPreference ? preferences[contacts[slot].id]?.steps.first : nil
            let group = matching.classIndex(
                queue: QueueSlot(Int(queue)), requirement: preferred?.narrowing(asked) ?? asked, ring: ring,
                channel: contacts[slot].channel, attributes: contacts.details[Int(slot)].attributes,
                number: queueRecords[Int(queue)].rules.releaseNumber(of: contacts[slot].id, at: ring))
            matching.enqueue(
                ContactSlot(Int(slot)), in: group, priority: urgency.priority, enqueuedAt: urgency.enqueuedAt,
                number: contacts[slot].id.rawValue)
        }
    }

    private mutating func leaveWaiting(_ slot: Int32) {
        let queue = contacts[slot].queue
        if contacts[slot].isAbsent { queueRecords[Int(queue)].away -= 1 }
        if queueRecords[Int(queue)].followsWaits {
            queueRecords[Int(queue)].waits.remove(slot, places: &contacts.waitPlaces)
            refreshQueueTimer(queue)
        }
        let addressee = contacts[slot].addressee
        if addressee >= 0 {
            queueRecords[Int(queue)].addressed.removeOnce(slot)
            agentRecords[Int(addressee)].addressed.removeOnce(slot)
        } else {
            matching.dequeue(ContactSlot(Int(slot)))
        }
    }

    /// What a contact asks of agents at its present ring.
    func effectiveRequirement(of record: ContactRecord) -> Requirement? {
        let asked = queueRecords[Int(record.queue)].asks.asked(
            bringing: requirements[record.requirement], at: Int(record.ring))
        guard record.hasPreference, let first = preferences[record.id]?.steps.first else { return asked }
        return first.narrowing(asked)
    }

    /// Follows a change of an agent's contacts, availability, reachability or limits.
    mutating func refreshAgent(_ agent: Int32, at now: Timestamp) {
        agentRecords[Int(agent)].followContacts(at: now)
        publishAgent(agent)
        refreshAgentTimer(agent)
    }

    /// Tells matching and the queues' counts what the agent is free for.
    mutating func publishAgent(_ agent: Int32) {
        let index = Int(agent)
        let (before, after) = agentRecords[index].renewPresence()
        if before != after { countPresence(agent, from: before, to: after) }
        matching.setFree(
            AgentSlot(index), channels: agentRecords[index].openChannels, idleSince: agentRecords[index].idleRank,
            occupancy: agentRecords[index].occupancy)
    }

    private mutating func countPresence(
        _ agent: Int32, from old: AgentRecord.Presence, to new: AgentRecord.Presence
    ) {
        let signedIn = Self.step(.signedIn, from: old, to: new)
        let available = Self.step(.available, from: old, to: new)
        let idle = Self.step(.idle, from: old, to: new)
        agentCounts.agentsSignedIn += signedIn
        agentCounts.agentsIdle += idle
        membership.note(new, of: agent)
        if idle != 0, !blends.isEmpty {
            for first in blends.firsts where membership.contains(agent: agent, queue: first) {
                followBlending(behind: first)
            }
        }
        guard signedIn != 0 || available != 0 else { return }
        for queue in queueRecords.indices where membership.contains(agent: agent, queue: Int32(queue)) {
            queueRecords[queue].available += available
            guard signedIn != 0 else { continue }
            queueRecords[queue].staffed += signedIn
            refreshQueueTimer(Int32(queue))
        }
    }

    private static func step(
        _ part: AgentRecord.Presence, from old: AgentRecord.Presence, to new: AgentRecord.Presence
    ) -> Int {
        (new.contains(part) ? 1 : 0) - (old.contains(part) ? 1 : 0)
    }

    /// Puts the agent behind all others who are idle.
    mutating func renewIdleRank(_ agent: Int32, at now: Timestamp) {
        idleRanksGiven += 1
        agentRecords[Int(agent)].becomeIdle(rank: idleRanksGiven, at: now)
    }
}

extension Array where Element: Equatable {
    /// Removes one element equal to this; the last takes its place. Complexity: O(count).
    mutating func removeOnce(_ element: Element) {
        guard let place = lastIndex(of: element) else { return }
        swapAt(place, count - 1)
        removeLast()
    }
}
