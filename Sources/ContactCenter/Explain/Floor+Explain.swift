/// The answer to: why is this contact where it is?
extension Floor {
    /// Why a contact is where it is; nil when it is not known.
    ///
    /// A function of the state and `now` alone, so that it can be had later from the journal as well.
    /// Complexity: O(agents + contacts).
    public func explain(_ contact: ContactID, now: Timestamp) -> Explanation? {
        guard let slot = contacts.slot(of: contact) else { return nil }
        let now = max(now, lastTime)
        let record = contacts[slot]
        var explanation = Explanation(contact: contactView(slot), at: now, summary: "")
        explanation.upcoming = upcoming(slot, at: now)
        explanation.customer = customerSentences(about: slot, at: now)
        switch record.state {
        case .queued:
            explanation.ahead = ahead(of: slot)
            explanation.waitsFor = waitsFor(record) + (isDialedFirst(slot) ? ", to have its customer called then" : "")
        case .scheduled: explanation.waitsFor = "the time at which its customer is called back"
        case .dialing: explanation.waitsFor = "its customer, who is being called"
        case .offered, .connected, .held, .wrapUp, .ended: break
        }
        explanation.choice = choice(for: slot, at: now)
        if record.state == .queued || record.state == .offered { consider(slot, at: now, &explanation) }
        explanation.summary = summary(explanation, slot, at: now)
        return explanation
    }

    private func waitsFor(_ record: ContactRecord) -> String {
        let queue = queueRecords[Int(record.queue)].configuration.id
        if let addressee = agentID(record.addressee) { return "agent \(addressee) alone, on \(record.channel.name)" }
        let rings = queueRecords[Int(record.queue)].rules.count
        let ring = record.ring > 0 ? " (ring \(record.ring) of \(rings))" : ""
        guard let requirement = effectiveRequirement(of: record) else {
            return "any agent of queue \(queue) with room on \(record.channel.name)\(ring)"
        }
        return "an agent of queue \(queue) with room on \(record.channel.name) who meets \(requirement.text)\(ring)"
    }

    private func ahead(of slot: Int32) -> Int {
        let record = contacts[slot]
        var count = 0
        contacts.forEach { other in
            guard contacts.records[Int(other)].state == .queued, contacts.records[Int(other)].queue == record.queue
            else { return true }
            if contacts.records[Int(other)].precedes(record, in: queueRecords) { count += 1 }
            return true
        }
        return count
    }

    /// What happens to a contact by itself, soonest first, what has no set time last.
    private func upcoming(_ slot: Int32, at now: Timestamp) -> [UpcomingStep] {
        let record = contacts[slot]
        var steps: [UpcomingStep] = []
        switch record.state {
        case .queued: steps = upcomingWhileQueued(slot, at: now)
        case .offered:
            let agent = agentID(record.agent)?.name ?? "nobody"
            steps = [
                UpcomingStep(
                    kind: .offerDeadline, at: record.offerDeadline,
                    text: "Unless agent \(agent) answers, the offer ends and the contact waits again.")
            ]
        case .wrapUp:
            if let due = deadline(of: slot, at: now) {
                steps = [UpcomingStep(kind: .wrapUpLimit, at: due, text: "Wrap-up ends by itself.")]
            }
        case .ended:
            let due = record.since.advanced(byMicroseconds: limits.endedRetention)
            steps = [UpcomingStep(kind: .retention, at: due, text: "The contact is forgotten.")]
        case .scheduled, .dialing: steps = [upcomingCall(slot)]
        case .connected, .held: break
        }
        let never = Timestamp(microseconds: .max)
        return steps.sorted { ($0.at ?? never) < ($1.at ?? never) }
    }

    private func upcomingWhileQueued(_ slot: Int32, at now: Timestamp) -> [UpcomingStep] {
        let record = contacts[slot]
        let queue = queueRecords[Int(record.queue)]
        var steps = upcomingRings(slot, at: now) + upcomingOverflow(slot, at: now)
        if let limit = queue.longestWait, !record.isAbsent {
            let staff = queue.staffed > 0 ? "while agents of the queue are signed in" : "while no agent is signed in"
            steps.append(
                UpcomingStep(
                    kind: .maximumWait, at: record.waitingSince.advanced(byMicroseconds: limit),
                    text: "It ends, because it may wait no longer \(staff)."))
        }
        steps += upcomingSites(slot, at: now)
        if let step = upcomingPreference(of: record.id) { steps.append(step) }
        if !record.exclusions.isEmpty(at: now) {
            steps.append(
                UpcomingStep(
                    kind: .exclusionEnds, at: record.exclusions.until,
                    text: "Agents who did not take it may be offered it again."))
        }
        return steps
    }

    private func summary(_ explanation: Explanation, _ slot: Int32, at now: Timestamp) -> String {
        let record = contacts[slot]
        let queue = queueRecords[Int(record.queue)].configuration.id
        let agent = agentID(record.agent)?.name ?? "nobody"
        let seconds = Int(record.since.duration(to: now).inSeconds)
        switch record.state {
        case .queued:
            let waited = Int(record.enqueuedAt.duration(to: now).inSeconds)
            return "Contact \(record.id) has waited \(waited) s in queue \(queue) for "
                + "\(explanation.waitsFor ?? "nothing"); \(explanation.ahead ?? 0) are before it, and "
                + "\(reasonNobodyTakesIt(explanation))\(diverted(record))."
        case .offered: return "Contact \(record.id) has been offered to agent \(agent) for \(seconds) s."
        case .connected:
            let end = interrupter(of: slot).map { ", and is interrupted by contact \($0)" } ?? ""
            return "Contact \(record.id) has been connected to agent \(agent) for \(seconds) s\(end)."
        case .held: return "Contact \(record.id) has been held by agent \(agent) for \(seconds) s."
        case .wrapUp: return "Contact \(record.id) has been in wrap-up with agent \(agent) for \(seconds) s."
        case .scheduled: return "Contact \(record.id) is not in line\(diverted(record))."
        case .dialing:
            return "The customer of contact \(record.id) has been called for \(seconds) s\(diverted(record))."
        case .ended:
            let reason = record.endReason == .ended ? "by hand" : record.endReason?.name ?? "for no reason known"
            return "Contact \(record.id) ended \(seconds) s ago: \(reason)\(diverted(record))."
        }
    }

    private func reasonNobodyTakesIt(_ explanation: Explanation) -> String {
        guard let closest = explanation.counts.first else { return "there are no agents" }
        let count = closest.agents
        switch closest.obstacle {
        case .none: return "\(count) agents are free for it"
        case .excluded: return "those who are free did not take it a moment ago"
        case .noCapacity: return "the \(count) agents who could take it have their hands full"
        case .unreachable: return "the \(count) agents who could take it have no stream attached"
        case .notReady, .onBreak: return "the \(count) agents who come closest are not available"
        case .offline: return "no agent who may serve it is signed in"
        case .unmetRequirement, .notMember: return "no agent of the configuration may serve it"
        case .addressedElsewhere: return "the agent it is for is gone"
        case .heldBack: return "the \(count) agents who are free are kept for other queues"
        case .notReleased: return "those who come closest are new to what it takes"
        case .siteClosed: return "the sites of the \(count) agents who come closest are closed"
        case .siteFull: return "the sites of the \(count) agents who come closest have as many contacts as they may"
        case .otherShare: return "it is for the share of another site than that of the \(count) agents who come closest"
        }
    }
}
