/// What happens by time alone.
extension Floor {
    /// When ``Command/Body/advance`` is due next; nil when nothing will happen by time alone. Complexity: O(1).
    public var nextDeadline: Timestamp? {
        let earliest = min(
            timers.first?.key ?? .max, queueTimers.first?.key ?? .max, agentTimers.first?.key ?? .max,
            retentionDeadline ?? .max, sites.nextChange, shutDeadline ?? .max)
        return earliest == .max ? nil : Timestamp(microseconds: earliest)
    }

    /// When the contact that ended first is to be forgotten, rounded up to a whole second so that many go at once.
    private var retentionDeadline: Int64? {
        guard let id = ended.first else { return nil }
        guard let slot = contacts.slot(of: id) else { return lastTime.microseconds }
        let due = contacts[slot].since.advanced(byMicroseconds: limits.endedRetention).microseconds
        return (due + 999_999) / 1_000_000 * 1_000_000
    }

    /// When something happens to a contact by time alone; nil for never.
    @inline(__always)
    func deadline(of slot: Int32, at now: Timestamp) -> Timestamp? {
        switch contacts[slot].state {
        case .queued:
            let ring = queueRecords[Int(contacts[slot].queue)].ringDeadline(contacts[slot], at: now)
            let exclusions = contacts[slot].exclusions
            var due = exclusions.isEmpty(at: now) ? ring : min(ring ?? exclusions.until, exclusions.until)
            if mayOverflow(contacts[slot]),
                let look = queueRecords[Int(contacts[slot].queue)].overflowDeadline(contacts[slot], at: now)
            {
                due = min(due ?? look, look)
            }
            if contacts[slot].hasPreference, let look = preferenceDeadline(of: contacts[slot].id, at: now) {
                due = min(due ?? look, look)
            }
            guard contacts[slot].isReserved else { return due }
            return min(due ?? contacts[slot].offerDeadline, contacts[slot].offerDeadline)
        case .offered:
            let grace = contacts[slot].isReserved ? Self.offerGrace * letterPace : 0
            return contacts[slot].offerDeadline.advanced(byMicroseconds: grace)
        case .wrapUp:
            guard let limit = wrapUpLimit(of: contacts[slot].queue) else { return nil }
            return contacts[slot].since.advanced(byMicroseconds: limit)
        case .scheduled, .dialing: return contacts[slot].offerDeadline
        case .connected, .held, .ended: return nil
        }
    }

    /// How long wrap-up of a queue's contacts may take, in microseconds; nil for no limit.
    @inline(__always)
    func wrapUpLimit(of queue: Int32) -> Int64? {
        queueRecords[Int(queue)].limits.wrapUpLimit ?? limits.wrapUpLimit
    }

    mutating func setTimer(_ slot: Int32, at now: Timestamp) {
        if let due = deadline(of: slot, at: now) {
            timers.set(slot, key: due.microseconds, places: &contacts.timerPlaces)
        } else {
            timers.remove(slot, places: &contacts.timerPlaces)
        }
    }

    mutating func refreshQueueTimer(_ queue: Int32) {
        if let due = queueRecords[Int(queue)].deadline {
            queueTimers.set(queue, key: due.microseconds, places: &queuePlaces)
        } else {
            queueTimers.remove(queue, places: &queuePlaces)
        }
    }

    /// An agent without a stream loses open offers once the grace is over, and offers of other partitions' contacts
    /// at their deadlines.
    mutating func refreshAgentTimer(_ agent: Int32) {
        guard agentRecords[Int(agent)].offeredCount > 0 else {
            return agentTimers.remove(agent, places: &agentPlaces)
        }
        var due = streamDeadline(of: agent)
        if !agentRecords[Int(agent)].guests.isEmpty, let deadline = guestDeadline(of: agent) {
            due = min(due ?? deadline, deadline)
        }
        if let due {
            agentTimers.set(agent, key: due.microseconds, places: &agentPlaces)
        } else {
            agentTimers.remove(agent, places: &agentPlaces)
        }
    }

    /// When an agent without a stream loses open offers; nil while there is one.
    @inline(__always)
    private func streamDeadline(of agent: Int32) -> Timestamp? {
        guard !agentRecords[Int(agent)].isAttached else { return nil }
        return agentRecords[Int(agent)].detachedAt.advanced(byMicroseconds: limits.streamGrace)
    }

    /// Carries out what is due, at most ``advanceBound`` things.
    mutating func advance(at now: Timestamp, into output: inout FloorOutput) {
        reviewSites(at: now, into: &output)
        var budget = Self.advanceBound
        while budget > 0, let due = timers.first, due.key <= now.microseconds {
            expire(due.slot, at: now, into: &output)
            settle(at: now, into: &output)
            budget -= 1
        }
        while budget > 0, let due = queueTimers.first, due.key <= now.microseconds {
            guard let slot = queueRecords[Int(due.slot)].waits.first?.slot else { break }
            if !waitsForElsewhere(due.slot, at: now) { end(slot, .timedOut, at: now, into: &output) }
            settle(at: now, into: &output)
            budget -= 1
        }
        while budget > 0, let due = agentTimers.first, due.key <= now.microseconds {
            if let deadline = streamDeadline(of: due.slot), deadline <= now {
                rescindOffers(of: due.slot, at: now, into: &output)
            } else {
                expireGuests(of: due.slot, at: now, into: &output)
            }
            settle(at: now, into: &output)
            budget -= 1
        }
        if !sites.shut.isEmpty { endWhatIsShut(budget, at: now, into: &output) }
        forgetEnded(budget, at: now, into: &output)
    }

    /// Whether a queue's longest wait is not over after all: it is that of a queue nobody serves, and somebody does so
    /// elsewhere, or may. Then it is looked at again after a second.
    private mutating func waitsForElsewhere(_ queue: Int32, at now: Timestamp) -> Bool {
        let record = queueRecords[Int(queue)]
        guard record.staffed == 0, isStaffedElsewhere(queue, at: now), let first = record.waits.first else {
            return false
        }
        if let limit = record.limits.maximumWait, first.key + limit <= now.microseconds { return false }
        queueTimers.set(queue, key: now.microseconds + 1_000_000, places: &queuePlaces)
        return true
    }

    /// Carries out what is due for one contact.
    private mutating func expire(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) {
        let record = contacts[slot]
        switch record.state {
        case .offered: endOffer(slot, .timedOut, at: now, into: &output)
        case .wrapUp: end(slot, .completed, at: now, into: &output)
        case .queued where record.isReserved && record.offerDeadline <= now:
            expireAsking(slot, at: now, into: &output)
        case .queued:
            let next = Int(record.ring) + 1
            // Where rings have conditions, they are looked at when it is placed.
            if !queueRecords[Int(record.queue)].rules.isConditional,
                let due = queueRecords[Int(record.queue)].ringTime(next, since: record.waitingSince), due <= now
            {
                emit(.widened(record.id, ring: next), at: now, into: &output)
            } else {
                pendingContacts.append(slot)
                setTimer(slot, at: now)
            }
        case .scheduled: divert(record.id, .due, at: now, into: &output)
        case .dialing: miss(slot, .unknown, at: now, into: &output)
        case .connected, .held, .ended: setTimer(slot, at: now)
        }
    }

    private mutating func forgetEnded(_ budget: Int, at now: Timestamp, into output: inout FloorOutput) {
        guard let deadline = retentionDeadline, deadline <= now.microseconds else { return }
        var ids: [ContactID] = []
        for id in ended.all.prefix(budget) {
            guard let slot = contacts.slot(of: id) else { continue }
            guard contacts[slot].since.advanced(byMicroseconds: limits.endedRetention) <= now else { break }
            ids.append(id)
        }
        if !ids.isEmpty { emit(.forgotten(ids), at: now, into: &output) }
    }
}
