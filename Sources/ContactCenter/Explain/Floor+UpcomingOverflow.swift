/// What happens to customers who do not, or are not to, wait on the line.
extension Floor {
    /// How many overflow rules are described.
    private static let ruleBound = 8

    /// The overflow rules that a waiting contact may meet, in the order in which they are looked at: what keeps each
    /// from holding, by what this partition alone knows, and when it may hold by time alone.
    func upcomingOverflow(_ slot: Int32, at now: Timestamp) -> [UpcomingStep] {
        let record = contacts[slot]
        let queue = queueRecords[Int(record.queue)]
        guard let overflow = queue.overflow, mayOverflow(record) else { return [] }
        let moment = localMoment(of: slot, countsAgents: overflow.countsAgents, at: now)
        return overflow.rules.filter { mayFollow($0, record) }.prefix(Self.ruleBound).compactMap { rule in
            let start = record.waitingSince.advanced(by: rule.after)
            if start > now { return UpcomingStep(kind: .overflow, at: start, text: text(rule, moment)) }
            guard queue.overflowDeadline(record, at: now) != nil else { return nil }
            let turn = rule.condition?.nextTurn(of: record.waitingSince, after: now)
            return UpcomingStep(kind: .overflow, at: turn, text: text(rule, moment))
        }
    }

    /// Whether a rule is for a contact that waits, and has neither sent it on nor had its customer called as often as may
    /// be.
    private func mayFollow(_ rule: OverflowRule, _ record: ContactRecord) -> Bool {
        switch (rule.action, diversions[record.id]) {
        case (.queue, _) where record.overflows >= Self.overflowBound: false
        case (.callback, .callback(let earlier)?) where earlier.attempts >= callbackRules(of: record.queue).attempts:
            false
        default: rule.trigger != .full
        }
    }

    private func text(_ rule: OverflowRule, _ moment: ConditionMoment) -> String {
        var conditions: [String] = []
        switch rule.trigger {
        case .always, .full: break
        case .closed: conditions.append("the queue is closed")
        case .unstaffed: conditions.append("no agent of the queue is signed in whose site is open")
        }
        if let condition = rule.condition { conditions.append(condition.text(at: moment)) }
        if case .queue(let queue) = rule.action { conditions.append("queue \(queue) lets it in") }
        let action =
            switch rule.action {
            case .queue(let queue): "It goes on to queue \(queue)"
            case .callback: "Its customer is to be called back"
            case .message: "It becomes a message"
            case .end: "It ends"
            }
        return action + (conditions.isEmpty ? "." : " if " + conditions.joined(separator: ", and ") + ".")
    }

    /// What becomes of a contact whose customer is to be called back, or is being called.
    func upcomingCall(_ slot: Int32) -> UpcomingStep {
        let record = contacts[slot]
        if record.state == .dialing {
            return UpcomingStep(
                kind: .callDeadline, at: record.offerDeadline,
                text: "Unless it is said how the call turned out, the customer counts as not reached.")
        }
        let first =
            switch callbackRules(of: record.queue).first {
            case .agent: "is offered to an agent, who calls the customer"
            case .customer: "has its customer called as soon as an agent is free"
            }
        return UpcomingStep(
            kind: .callback, at: record.offerDeadline, text: "It waits for its turn, and then \(first).")
    }

    /// Half a sentence on what was arranged; empty for nothing.
    func diverted(_ record: ContactRecord) -> String {
        switch diversions[record.id] {
        case nil: return ""
        case .callback(let callback):
            let calls = "\(callback.attempts) of \(callbackRules(of: record.queue).attempts) calls"
            let last = callback.lastOutcome.map { ", the last: \($0.name)" } ?? ""
            return "; its customer is called back, \(calls) made\(last)"
        case .message(let message):
            let hours = queueRecords[Int(record.queue)].hours
            let reply = message.expectedReply.map { ", to be answered by \(shown($0, hours))" }
            return "; it is a message\(reply ?? "")"
        case .sentAway(let reason): return "; the customer was told: \(reason)"
        }
    }
}
