/// Contacts that do not wait where they came in.
extension Floor {
    /// How many times a contact may go on to another queue by itself.
    static let overflowBound: UInt8 = 4

    /// What rules are told of the contact that they decide about.
    private struct Overflowing {
        var contact: ContactID
        var queue: Int32
        var channel: Channel
        var customer: String?
        var overflows: UInt8 = 0
    }

    /// How a contact comes into a queue other than by waiting in it; nil when it waits.
    ///
    /// - Throws: ``Refusal`` when it may not come in at all; that is counted.
    mutating func entrance(
        _ wish: OpenContact, _ welcome: Welcome, to queue: Int32, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> Event.Diverted.Step? {
        if let callback = wish.callback {
            return .promised(try agree(callback, queue, customer: wish.customer, at: now))
        }
        do {
            try admit(queue, wish.channel, at: now)
            return nil
        } catch {
            switch overflow(wish, welcome, from: queue, because: error.code, at: now) {
            case nil:
                emit(.turnedAway(wish.queue), at: now, into: &output)
                throw error
            case .sentAway(let reason):
                emit(.turnedAway(wish.queue), at: now, into: &output)
                throw Refusal(error.code, reason)
            case let step?: return step
            }
        }
    }

    /// What the rules of a queue do with a contact that may not join it; nil for nothing.
    private mutating func overflow(
        _ wish: OpenContact, _ welcome: Welcome, from queue: Int32, because code: Refusal.Code, at now: Timestamp
    ) -> Event.Diverted.Step? {
        let index = Int(queue)
        guard let rules = queueRecords[index].overflow?.rules else { return nil }
        let met: OverflowRule.Trigger =
            switch code {
            case .queueClosed: .closed
            case .queueFull: .full
            default: .unstaffed
            }
        var moment = ConditionMoment(
            waited: 0, waiting: queueRecords[index].waiting,
            priority: welcome.priority, customer: wish.customer, channel: wish.channel,
            attributes: welcome.attributes)
        (moment.staffed, moment.idle) = localStaff(of: queue, at: now)
        moment.predictedWait = expectedWait(joining: queue, at: now)?.inSeconds
        let contact = Overflowing(
            contact: ContactID(partition: partition, count: contactsGiven + 1), queue: queue, channel: wish.channel,
            customer: wish.customer)
        queueRecords[index].overflow?.begin()
        for (number, rule) in rules.enumerated() where rule.trigger == met || rule.trigger == .always {
            guard queueRecords[index].overflow?.holds(number, after: 0, moment) == true,
                let step = step(rule.action, for: contact, at: now)
            else { continue }
            return step
        }
        return nil
    }

    /// Does with a waiting contact what the first of its queue's rules says that it meets.
    ///
    /// - Returns: Whether there is one. Complexity: O(rules + clauses).
    mutating func overflow(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) -> Bool {
        let record = contacts[slot]
        let queue = Int(record.queue)
        guard let rules = queueRecords[queue].overflow, mayOverflow(record) else { return false }
        let moment = moment(of: slot, countsAgents: rules.countsAgents, at: now)
        let waited = record.waitingSince.microseconds(to: now)
        let contact = Overflowing(
            contact: record.id, queue: record.queue, channel: record.channel,
            customer: contacts.details[Int(slot)].customer, overflows: record.overflows)
        queueRecords[queue].overflow?.begin()
        for (number, rule) in rules.rules.enumerated() {
            guard queueRecords[queue].overflow?.holds(number, after: waited, moment) == true,
                isMet(rule.trigger, record, at: now), let step = step(rule.action, for: contact, at: now)
            else { continue }
            divert(record.id, step, at: now, into: &output)
            if case .sentAway = step { end(slot, .overflowed, at: now, into: &output) }
            return true
        }
        return false
    }

    /// Whether rules may move a waiting contact: its customer waits on the line, for anybody, and nobody is asked for.
    @inline(__always)
    func mayOverflow(_ record: ContactRecord) -> Bool {
        !record.isAbsent && !record.isReserved && !record.isConsultation && record.addressee < 0
    }

    /// Whether a queue in which a contact waits is as a rule wants it.
    private mutating func isMet(
        _ trigger: OverflowRule.Trigger, _ record: ContactRecord, at now: Timestamp
    ) -> Bool {
        let queue = Int(record.queue)
        return switch trigger {
        case .always: true
        case .full: false
        case .closed: queueRecords[queue].sites.isShut || queueRecords[queue].hours.map { !$0.isOpen(at: now) } ?? false
        case .unstaffed: !isStaffed(record.queue, forContactOf: record.enqueuedAt, at: now)
        }
    }

    /// What an action does to a contact; nil when it cannot be carried out now.
    private mutating func step(
        _ action: OverflowRule.Action, for contact: Overflowing, at now: Timestamp
    ) -> Event.Diverted.Step? {
        switch action {
        case .queue(let id):
            guard contact.overflows < Self.overflowBound, let target = queueNumbers[id], target != contact.queue else {
                return nil
            }
            do throws(Refusal) { try admit(target, contact.channel, at: now) } catch { return nil }
            return .overflowed(to: id)
        case .callback:
            return callback(for: contact, at: now).map { .promised($0) }
        case .message(let rules):
            let queue = rules.queue.flatMap { queueNumbers[$0] } ?? contact.queue
            return .leftMessage(
                message(rules, contact.contact, from: contact.queue, in: queue, at: now),
                queueRecords[Int(queue)].configuration.id, rules.channel)
        case .end(let reason):
            return .sentAway(reason: filled(reason, hours: queueRecords[Int(contact.queue)].hours, at: now))
        }
    }

    /// The callback that a rule gives. Who was called before and waits again is called at the number and in the time zone
    /// that they gave, and no oftener than the queue's rules allow.
    private mutating func callback(for contact: Overflowing, at now: Timestamp) -> Callback? {
        var wish = RequestCallback()
        var attempts = 0
        if case .callback(let earlier) = diversions[contact.contact] {
            guard earlier.attempts < callbackRules(of: contact.queue).attempts else { return nil }
            wish = RequestCallback(number: earlier.number, timeZone: earlier.timeZone)
            attempts = earlier.attempts
        }
        var callback = try? agree(wish, contact.queue, customer: contact.customer, at: now)
        callback?.attempts = attempts
        return callback
    }

    /// What is left as a message, with the answer to be expected by the open time of its queue, or of the queue it came
    /// from.
    private func message(
        _ rules: MessageRules, _ contact: ContactID, from origin: Int32, in queue: Int32, at now: Timestamp
    ) -> OfflineMessage {
        let hours = queueRecords[Int(queue)].hours ?? queueRecords[Int(origin)].hours
        let reply = hours.map { $0.instant(after: rules.replyWithin, from: now) } ?? now.advanced(by: rules.replyWithin)
        let text = rules.acknowledgement
            .replacing("{contact}", with: "\(contact)")
            .replacing("{reply}", with: shown(reply, hours))
        return OfflineMessage(
            leftAt: now, acknowledgement: filled(text, hours: queueRecords[Int(origin)].hours, at: now),
            expectedReply: reply)
    }

    private func filled(_ text: String, hours: BusinessCalendar?, at now: Timestamp) -> String {
        text.replacing("{opening}", with: shown(hours?.nextOpening(after: now), hours))
    }

    /// An instant as customers and agents read it, by the clock of a queue's hours.
    func shown(_ instant: Timestamp?, _ hours: BusinessCalendar?) -> String {
        guard let instant else { return "a time yet unknown" }
        return (hours?.offsets ?? .utc).localText(at: instant)
    }

    /// Journals one step.
    mutating func divert(
        _ contact: ContactID, _ step: Event.Diverted.Step, at now: Timestamp, into output: inout FloorOutput
    ) {
        emit(.diverted(Event.Diverted(contact: contact, step: step)), at: now, into: &output)
    }
}
