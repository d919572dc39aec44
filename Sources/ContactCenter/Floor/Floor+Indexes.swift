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

    /// Takes a contact out of every index.
    mutating func leave(_ slot: Int32) {
        let record = contacts[slot]
        contactCounts[record.state] -= 1
        switch record.state {
        case .queued: leaveWaiting(slot, record)
        case .offered:
            queueRecords[Int(record.queue)].offered -= 1
            offers.remove(record.offer.count)
            agentRecords[Int(record.agent)].offeredCount -= 1
            removeFromAgent(slot, record)
        case .connected, .held, .wrapUp:
            countInHand(record, by: -1)
            removeFromAgent(slot, record)
        case .ended: break
        }
        timers.remove(slot, places: &contacts.timerPlaces)
    }

    /// Puts a contact into every index.
    mutating func enter(_ slot: Int32, at now: Timestamp) {
        let record = contacts[slot]
        contactCounts[record.state] += 1
        switch record.state {
        case .queued: enterWaiting(slot, record)
        case .offered:
            queueRecords[Int(record.queue)].offered += 1
            offers.set(record.offer.count, to: slot)
            agentRecords[Int(record.agent)].offeredCount += 1
            addToAgent(slot, record)
        case .connected, .held, .wrapUp:
            countInHand(record, by: 1)
            addToAgent(slot, record)
        case .ended: ended.append(record.id)
        }
        setTimer(slot, at: now)
    }

    private mutating func enterWaiting(_ slot: Int32, _ record: ContactRecord) {
        let queue = Int(record.queue)
        queueRecords[queue].waiting += 1
        if queueRecords[queue].limitsWaits {
            queueRecords[queue].waits.set(
                slot, key: record.waitingSince.microseconds, places: &contacts.waitPlaces)
            refreshQueueTimer(record.queue)
        }
        if record.addressee >= 0 {
            queueRecords[queue].addressed.append(slot)
            agentRecords[Int(record.addressee)].addressed.append(slot)
        } else {
            let group = matching.classIndex(
                queue: QueueSlot(queue), requirement: effectiveRequirement(of: record), ring: Int(record.ring),
                channel: record.channel, attributes: contacts.details[Int(slot)].attributes)
            matching.enqueue(
                ContactSlot(Int(slot)), in: group, priority: Int(record.priority), enqueuedAt: record.enqueuedAt,
                number: record.id.rawValue)
        }
    }

    private mutating func leaveWaiting(_ slot: Int32, _ record: ContactRecord) {
        let queue = Int(record.queue)
        queueRecords[queue].waiting -= 1
        if queueRecords[queue].limitsWaits {
            queueRecords[queue].waits.remove(slot, places: &contacts.waitPlaces)
            refreshQueueTimer(record.queue)
        }
        if record.addressee >= 0 {
            queueRecords[queue].addressed.removeOnce(slot)
            agentRecords[Int(record.addressee)].addressed.removeOnce(slot)
        } else {
            matching.dequeue(ContactSlot(Int(slot)))
        }
    }

    private mutating func countInHand(_ record: ContactRecord, by step: Int) {
        let agent = Int(record.agent)
        if record.state == .wrapUp {
            queueRecords[Int(record.queue)].wrapUp += step
        } else {
            queueRecords[Int(record.queue)].connected += step
        }
        switch record.state {
        case .connected: agentRecords[agent].connectedCount += step
        case .held: agentRecords[agent].heldCount += step
        default: agentRecords[agent].wrapUpCount += step
        }
    }

    private mutating func addToAgent(_ slot: Int32, _ record: ContactRecord) {
        agentRecords[Int(record.agent)].contacts.append(slot)
        agentRecords[Int(record.agent)].load[record.channel] &+= 1
    }

    private mutating func removeFromAgent(_ slot: Int32, _ record: ContactRecord) {
        agentRecords[Int(record.agent)].contacts.removeOnce(slot)
        agentRecords[Int(record.agent)].load[record.channel] &-= 1
    }

    /// What a contact asks of agents at its present ring.
    func effectiveRequirement(of record: ContactRecord) -> Requirement? {
        let queue = Int(record.queue)
        if record.ring > 0, Int(record.ring) <= queueRecords[queue].configuration.rings.count {
            return queueRecords[queue].configuration.rings[Int(record.ring) - 1].requirement
        }
        if record.requirement >= 0 { return requirements[record.requirement] }
        return queueRecords[queue].configuration.requirement
    }

    /// Follows a change of an agent's contacts, availability, reachability or limits.
    mutating func refreshAgent(_ agent: Int32, at now: Timestamp) {
        let index = Int(agent)
        let isBusy = agentRecords[index].isBusy
        if isBusy != agentRecords[index].wasBusy {
            if isBusy {
                agentRecords[index].busySince = now
            } else {
                agentRecords[index].busyTime += agentRecords[index].busySince.microseconds(to: now)
            }
            agentRecords[index].wasBusy = isBusy
        }
        let work = agentRecords[index].work
        if work != agentRecords[index].lastWork {
            agentRecords[index].lastWork = work
            agentRecords[index].since = now
        }
        publishAgent(agent)
        refreshAgentTimer(agent)
    }

    /// Tells matching and the queues' counts what the agent is free for.
    mutating func publishAgent(_ agent: Int32) {
        let index = Int(agent)
        let presence = agentRecords[index].currentPresence
        if presence != agentRecords[index].presence {
            countPresence(agent, from: agentRecords[index].presence, to: presence)
            agentRecords[index].presence = presence
        }
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
        guard signedIn != 0 || available != 0 || idle != 0 else { return }
        for place in 0..<membership.wordCount {
            var word = membership.word(place, agent: agent)
            while word != 0 {
                let queue = place * 64 + word.trailingZeroBitCount
                word &= word - 1
                if idle != 0 { queueRecords[queue].idle += idle }
                if available != 0 { queueRecords[queue].available += available }
                guard signedIn != 0 else { continue }
                queueRecords[queue].staffed += signedIn
                refreshQueueTimer(Int32(queue))
            }
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
        let index = Int(agent)
        agentRecords[index].idleRank = idleRanksGiven
        let staffed = agentRecords[index].signedInAt.microseconds(to: now)
        var busy = agentRecords[index].busyTime
        if agentRecords[index].wasBusy { busy += agentRecords[index].busySince.microseconds(to: now) }
        let share = staffed > 0 ? Double(busy) / Double(staffed) : 0
        agentRecords[index].occupancy = UInt32(max(0, min(1, share)) * 1_000_000)
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
