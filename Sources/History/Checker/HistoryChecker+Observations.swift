import ContactCenter

extension HistoryChecker {
    /// A contact's state was seen.
    mutating func check(_ seen: ContactSeen) {
        let contact = place(of: seen.contact)
        checkEnqueueTime(contact, seen.enqueuedAt)
        if let reason = seen.endReason { checkEnd(contact, reason, seen) }
        guard seen.isReadBack else { return }
        compare(contact, seen)
        contacts[contact].shownLine = line
        contacts[contact].isShownLive = seen.state != .ended
    }

    mutating func checkEnqueueTime(_ contact: Int, _ time: Timestamp) {
        guard let known = contacts[contact].enqueuedAt else {
            contacts[contact].enqueuedAt = time
            contacts[contact].enqueuedLine = line
            return
        }
        guard known != time else { return }
        violated(
            .enqueueTime,
            "contact \(contacts[contact].id) was enqueued at \(known.microseconds) and later at \(time.microseconds)",
            lines: [contacts[contact].enqueuedLine, line])
        contacts[contact].enqueuedAt = time
        contacts[contact].enqueuedLine = line
    }

    private mutating func checkEnd(_ contact: Int, _ reason: EndReason, _ seen: ContactSeen) {
        contacts[contact].endedAt = contacts[contact].endedAt ?? seen.endedAt
        guard let known = contacts[contact].endReason else {
            contacts[contact].endReason = reason
            contacts[contact].endReasonLine = line
            return
        }
        guard known != reason else { return }
        violated(
            .ends, "contact \(seen.contact) ended as \(known.name) and again as \(reason.name)",
            lines: [contacts[contact].endReasonLine, line])
    }

    private mutating func compare(_ contact: Int, _ seen: ContactSeen) {
        let record = contacts[contact]
        guard record.opening != nil else { return }
        if let ended = record.endReason, seen.state != .ended {
            violated(
                .afterEnd, "contact \(seen.contact) is \(seen.state.name) after it ended as \(ended.name)",
                lines: [record.endReasonLine, line])
        } else if !record.conceivable.contains(StateSet(seen.state)) {
            lost(
                contact,
                "contact \(seen.contact) was acknowledged as \(record.conceivable.names) and is \(seen.state.name)",
                lines: [record.changedLine, line])
        } else if let holder = record.holder, StateSet.inHand.contains(StateSet(seen.state)),
            seen.agent != agents[holder].id
        {
            lost(
                contact,
                "contact \(seen.contact) was acknowledged to agent \(agents[holder].id) and is with "
                    + (seen.agent?.name ?? "nobody"),
                lines: [record.heldLine, line])
        }
        if record.pending.isEmpty, !record.conceivable.contains(StateSet(seen.state)) {
            contacts[contact].possible = StateSet(seen.state)
            contacts[contact].changedLine = line
        }
    }

    /// A contact that was asked for was not there: it must have ended.
    mutating func checkAbsent(_ id: ContactID) {
        guard let contact = contactPlaces[id], contacts[contact].opening != nil else { return }
        contacts[contact].shownLine = line
        contacts[contact].isShownLive = false
        let record = contacts[contact]
        guard record.endReason == nil, !record.conceivable.contains(.ended) else { return }
        lost(
            contact, "contact \(id) was acknowledged as \(record.conceivable.names) and is gone",
            lines: [record.changedLine, line])
    }

    /// An agent's state was seen.
    mutating func check(_ seen: AgentSeen) {
        let agent = place(of: seen.agent)
        if seen.isReadBack { return compare(agent, seen) }
        guard agents[agent].pendingAvailability == 0 else { return }
        agents[agent].unavailableLine = seen.availability == .available ? nil : line
    }

    private mutating func compare(_ agent: Int, _ seen: AgentSeen) {
        let record = agents[agent]
        if record.pendingAvailability == 0, let acknowledged = record.availability, acknowledged != seen.availability,
            !isNotReady(seen.availability)
        {
            violated(
                .agentState,
                "agent \(seen.agent) was acknowledged as \(acknowledged.text) and is \(seen.availability.text)",
                lines: [record.availabilityLine, line])
        }
        let shown = Set(seen.contacts)
        for held in record.inHand where (held.until ?? .max) > time && !shown.contains(contacts[held.contact].id) {
            violated(
                .agentState,
                "agent \(seen.agent) does not have contact \(contacts[held.contact].id), acknowledged to them",
                lines: [held.line, line])
        }
        for id in seen.contacts { compare(agent, shows: id) }
    }

    private mutating func compare(_ agent: Int, shows id: ContactID) {
        guard let contact = contactPlaces[id], contacts[contact].opening != nil else { return }
        let record = contacts[contact]
        let mayHold = !record.conceivable.isDisjoint(with: .inHand.union(.wrapUp))
        if mayHold, record.holder == nil || record.holder == agent { return }
        violated(
            .agentState,
            "agent \(agents[agent].id) is shown with contact \(id), which was acknowledged as "
                + "\(record.conceivable.names)" + (record.holder.map { " with \(agents[$0].id)" } ?? ""),
            lines: [record.changedLine, line])
    }

    /// The center itself sets agents not ready who leave offers unanswered.
    private func isNotReady(_ state: AvailabilityState) -> Bool {
        if case .notReady = state { true } else { false }
    }
}
