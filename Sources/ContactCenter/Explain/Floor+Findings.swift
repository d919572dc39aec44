/// What looks stuck, why, and what puts it right.
extension Floor {
    /// How long after its deadline something due must have happened.
    private static let patience: Duration = .seconds(5)
    /// How long an agent with contacts in hand may be without a stream.
    private static let streamPatience: Duration = .seconds(60)
    /// How long a conversation or an unlimited wrap-up may take before it is worth a look.
    private static let conversationPatience: Duration = .seconds(4 * 3_600)
    /// How many classes of waiting contacts are looked at.
    private static let classBound = 100
    /// How many waiting contacts are looked at.
    private static let contactBound = 100_000

    /// What looks stuck, the most pressing first, at most ``Finding/countBound``.
    ///
    /// Complexity: O(contacts + agents), and O(agents) for each of at most a hundred classes of waiting contacts.
    public func findings(now: Timestamp) -> [Finding] {
        let now = max(now, lastTime)
        var findings: [Finding] = []
        findQueues(at: now, &findings)
        findContacts(at: now, &findings)
        findAgents(at: now, &findings)
        let sorted = Finding.Severity.allCases.reversed().flatMap { severity in
            findings.filter { $0.severity == severity }
        }
        return Array(sorted.prefix(Finding.countBound))
    }

    private func findQueues(at now: Timestamp, _ findings: inout [Finding]) {
        if configuration == nil {
            findings.append(
                Finding(
                    severity: .warning, subject: .floor,
                    message: "No configuration is in force; put one into force with `sundial config apply FILE`."))
        }
        for record in queueRecords where record.waiting > 0 && record.staffed == 0 {
            findings.append(
                Finding(
                    severity: .warning, subject: .queue(record.configuration.id),
                    message: "\(record.waiting) waiting in queue \(record.configuration.id), and no agent who "
                        + "serves it is signed in."))
        }
    }

    private func findContacts(at now: Timestamp, _ findings: inout [Finding]) {
        var looked = 0
        var served: [ClassIndex: Service] = [:]
        contacts.forEach { slot in
            looked += 1
            switch contacts.records[Int(slot)].state {
            case .queued: findWaiting(slot, at: now, &served, &findings)
            case .offered, .connected, .held, .wrapUp: findInHand(slot, at: now, &findings)
            case .ended, .scheduled, .dialing: break
            }
            return looked < Self.contactBound && findings.count < 4 * Finding.countBound
        }
    }

    private func findWaiting(
        _ slot: Int32, at now: Timestamp, _ served: inout [ClassIndex: Service], _ findings: inout [Finding]
    ) {
        let record = contacts[slot]
        guard record.addressee < 0, let group = matching.waitingClass(of: ContactSlot(Int(slot))) else { return }
        if served[group] == nil, served.count < Self.classBound { served[group] = service(of: slot, group) }
        let waits = "Contact \(record.id) waits in queue \(queueRecords[Int(record.queue)].configuration.id), and "
        switch served[group] {
        case .now, nil: break
        case .onceOpen:
            findings.append(
                Finding(
                    severity: .note, subject: .contact(record.id),
                    message: waits + "every site with an agent who may serve it is closed for the queue; see `sundial "
                        + "site list` for hours, and for traffic that is kept away."))
        case .never:
            let asks = effectiveRequirement(of: record)?.text ?? "nothing"
            findings.append(
                Finding(
                    severity: .warning, subject: .contact(record.id),
                    message: waits + "no agent of the configuration may serve it: it asks for \(asks).",
                    repair: .end(record.id), repairText: "End the contact."))
        }
    }

    /// Whether anybody of the configuration may serve some contacts.
    private enum Service {
        case now
        /// Once a site opens that is closed.
        case onceOpen
        case never
    }

    private func service(of slot: Int32, _ group: ClassIndex) -> Service {
        if agentRecords.indices.contains(where: { matching.mayServe(AgentSlot($0), group) }) { return .now }
        let record = contacts[slot]
        let (asked, attributes) = (effectiveRequirement(of: record), contacts.details[Int(slot)].attributes)
        let isServed = agentRecords.indices.contains { index in
            matching.isBarred(AgentSlot(index), from: QueueSlot(Int(record.queue)))
                && membership.contains(agent: Int32(index), queue: record.queue)
                && meets(Int32(index), asked, attributes)
        }
        return isServed ? .onceOpen : .never
    }

    private func findInHand(_ slot: Int32, at now: Timestamp, _ findings: inout [Finding]) {
        let record = contacts[slot]
        let agent = agentID(record.agent)?.name ?? "nobody"
        let time = record.since.duration(to: now)
        if let due = deadline(of: slot, at: now), due.advanced(by: Self.patience) < now {
            findings.append(
                Finding(
                    severity: .fault, subject: .contact(record.id),
                    message: "Contact \(record.id) is \(record.state.name) with agent \(agent), and what was due "
                        + "\(Int(due.duration(to: now).inSeconds)) s ago has not happened.",
                    repair: record.state == .offered ? .requeue(record.id) : .end(record.id),
                    repairText: record.state == .offered ? "Queue the contact again." : "End the contact."))
        } else if time > Self.conversationPatience {
            findings.append(
                Finding(
                    severity: .note, subject: .contact(record.id),
                    message: "Contact \(record.id) has been \(record.state.name) with agent \(agent) for "
                        + "\(Int(time.inSeconds)) s.",
                    repair: .end(record.id), repairText: "End the contact."))
        }
        let holder = agentRecords[Int(record.agent)]
        guard record.state == .connected, !holder.isAttached,
            holder.detachedAt.advanced(by: Self.streamPatience) < now, !record.isConsultation
        else { return }
        findings.append(
            Finding(
                severity: .warning, subject: .contact(record.id),
                message: "Contact \(record.id) is connected to agent \(agent), whose stream has been gone for "
                    + "\(Int(holder.detachedAt.duration(to: now).inSeconds)) s.",
                repair: .requeue(record.id), repairText: "Take the contact from the agent and queue it again."))
    }

    private func findAgents(at now: Timestamp, _ findings: inout [Finding]) {
        for record in agentRecords where !record.isRetired {
            guard findings.count < 4 * Finding.countBound else { return }
            if record.availability == .notReady(settings.unansweredReason), record.isAttached,
                record.unanswered >= settings.unansweredLimit, settings.unansweredLimit > 0
            {
                findings.append(
                    Finding(
                        severity: .note, subject: .agent(record.id),
                        message: "Agent \(record.id) was set not ready after \(record.unanswered) offers without an "
                            + "answer.",
                        repair: .setAvailability(SetAvailability(agent: record.id, state: .available)),
                        repairText: "Make the agent available again."))
            }
            if record.availability == .available, !record.isAttached,
                max(record.detachedAt, record.since).advanced(by: Self.streamPatience) < now
            {
                findings.append(
                    Finding(
                        severity: .warning, subject: .agent(record.id),
                        message: "Agent \(record.id) is available but has no stream attached, and is offered nothing.",
                        repair: .setAvailability(SetAvailability(agent: record.id, state: .onBreak)),
                        repairText: "Set the agent on break."))
            }
        }
    }
}
