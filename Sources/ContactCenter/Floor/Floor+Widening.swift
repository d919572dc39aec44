/// Rings: how what a waiting contact asks becomes less.
extension Floor {
    /// The ring that a waiting contact is taken to now; nil while it stays in its own.
    ///
    /// The first of those behind its own that may be taken. The turn of one that is skipped while nobody serves it goes
    /// to the first behind it that is not, and whose condition holds. Complexity: O(rings + clauses).
    mutating func nextRing(_ slot: Int32, at now: Timestamp) -> Int? {
        let (queue, ring) = (Int(contacts[slot].queue), Int(contacts[slot].ring))
        let count = queueRecords[queue].rules.count
        guard ring < count else { return nil }
        let moment = moment(of: slot, countsAgents: queueRecords[queue].rules.countsAgents, at: now)
        let waited = contacts[slot].waitingSince.microseconds(to: now)
        queueRecords[queue].rules.begin()
        for next in ring + 1...count where queueRecords[queue].rules.holds(next, after: waited, moment) {
            return (next...count).first { ring in
                queueRecords[queue].rules.holds(ring, after: .max, moment) && !isSkipped(ring, for: slot, at: now)
            }
        }
        return nil
    }

    /// Whether a ring is passed by because nobody is signed in, here or elsewhere, who may serve the contact there.
    private mutating func isSkipped(_ ring: Int, for slot: Int32, at now: Timestamp) -> Bool {
        let queue = Int(contacts[slot].queue)
        guard queueRecords[queue].rules.isSkippedUnstaffed(ring), !isBlind(at: now) else { return false }
        let asked = queueRecords[queue].asks.asked(
            bringing: requirements[contacts[slot].requirement], at: ring)
        let residual = asked?.residual(for: contacts.details[Int(slot)].attributes)
        let serving = matching.eligible(queue: QueueSlot(queue), residual: residual)
        return !serving.intersects(membership.signedIn) && !peers.contains { serving.intersects($0.signedIn) }
    }

    /// What conditions are told, with what is known of other floors. Of a floor that has lost sight of others it is
    /// not known that nobody serves a queue there.
    mutating func moment(of slot: Int32, countsAgents: Bool, at now: Timestamp) -> ConditionMoment {
        var moment = localMoment(of: slot, countsAgents: countsAgents, at: now)
        let channel = contacts[slot].channel
        guard countsAgents, let group = matching.waitingClass(of: ContactSlot(Int(slot)))
        else { return moment }
        for peer in peers {
            moment.staffed += matching.count(in: peer.signedIn, for: group)
            moment.idle += matching.count(in: peer.free(for: channel), for: group)
        }
        if isBlind(at: now) { moment.staffed = max(1, moment.staffed) }
        moment.predictedWait = predictedWait(of: slot, staffed: moment.staffed, idle: moment.idle, at: now)
        return moment
    }

    /// What conditions are told of this floor alone. Complexity: O(agents / 64).
    @inline(__always)
    func localMoment(of slot: Int32, countsAgents: Bool, at now: Timestamp) -> ConditionMoment {
        let record = contacts[slot]
        let queue = Int(record.queue)
        var moment = ConditionMoment(
            waited: Double(record.waitingSince.microseconds(to: now)) / 1_000_000,
            waiting: queueRecords[queue].waiting,
            priority: queueRecords[queue].priority(of: record), customer: contacts.details[Int(slot)].customer,
            channel: record.channel, attributes: contacts.details[Int(slot)].attributes)
        guard countsAgents, let group = matching.waitingClass(of: ContactSlot(Int(slot))) else { return moment }
        moment.staffed = matching.count(in: membership.signedIn, for: group)
        moment.idle = matching.freeCount(for: group)
        moment.predictedWait = predictedWait(of: slot, staffed: moment.staffed, idle: moment.idle, at: now)
        return moment
    }

    /// EWT of the contact in seconds: none while somebody is free, and else as its queue's pace foretells; nil while nobody
    /// may serve it.
    private func predictedWait(of slot: Int32, staffed: Int, idle: Int, at now: Timestamp) -> Double? {
        if idle > 0 { return 0 }
        guard staffed > 0,
            let standing = matching.standing(of: ContactSlot(Int(slot)), available: membership.available)
        else { return nil }
        return expectedWait(standing, in: contacts[slot].queue, at: now)
    }
}
