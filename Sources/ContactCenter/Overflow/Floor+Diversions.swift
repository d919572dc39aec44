/// What changes when a contact overflows, is to be called back, or becomes a message.
extension Floor {
    mutating func changeDiverted(_ value: Event.Diverted, at now: Timestamp) {
        guard let slot = contacts.slot(of: value.contact) else { return }
        switch value.step {
        case .overflowed(let queue):
            moveOn(slot, to: queue, at: now)
            contacts[slot].overflows += 1
        case .promised(let callback): changePromised(slot, callback, at: now)
        case .due: changeDue(slot, at: now)
        case .putOff(let time):
            alterCallback(of: slot) { $0.due = time }
            letGo(slot, .scheduled, until: time, at: now)
        case .dialed(let deadline):
            noteCall(of: slot)
            alterCallback(of: slot) { $0.due = deadline }
            letGo(slot, .dialing, until: deadline, at: now)
        case .reached: changeReached(slot, at: now)
        case .missed(let missed):
            alterCallback(of: slot) { callback in
                callback.lastOutcome = missed.outcome
                callback.due = missed.next
            }
            if let next = missed.next { letGo(slot, .scheduled, until: next, at: now) }
            lookForCalls(in: contacts[slot].queue)
        case .leftMessage(let message, let queue, let channel):
            diversions[value.contact] = .message(message)
            moveOn(slot, to: queue, at: now)
            alter(slot, at: now) { record in
                record.channel = channel
                record.isAbsent = true
            }
        case .sentAway(let reason): diversions[value.contact] = .sentAway(reason: reason)
        }
    }

    /// Has a waiting contact wait in another queue, asking for what it brought.
    private mutating func moveOn(_ slot: Int32, to queue: QueueID, at now: Timestamp) {
        let requeued = Event.Requeued(
            contact: contacts[slot].id, from: nil, queue: queue,
            requirement: requirements[contacts[slot].requirement], addressee: nil)
        changeRequeued(requeued, at: now)
    }

    private mutating func changePromised(_ slot: Int32, _ callback: Callback, at now: Timestamp) {
        diversions[contacts[slot].id] = .callback(callback)
        if let due = callback.due { return letGo(slot, .scheduled, until: due, at: now) }
        alter(slot, at: now) { $0.isAbsent = true }
        if contacts[slot].state == .queued { pendingContacts.append(slot) }
    }

    /// Whoever booked a slot has waited since it began; whoever left the line, since they came to it.
    private mutating func changeDue(_ slot: Int32, at now: Timestamp) {
        let start = callback(of: slot)?.slot
        alterCallback(of: slot) { $0.due = nil }
        alter(slot, at: now) { record in
            record.state = .queued
            record.since = now
            record.waitingSince = now
            record.ring = 0
            if let start { record.enqueuedAt = max(record.enqueuedAt, start) }
        }
        pendingContacts.append(slot)
    }

    private mutating func changeReached(_ slot: Int32, at now: Timestamp) {
        alterCallback(of: slot) { callback in
            callback.lastOutcome = .answered
            callback.due = nil
        }
        guard contacts[slot].state == .dialing else {
            contacts[slot].isAbsent = false
            return renewReservation(of: slot)
        }
        alter(slot, at: now) { record in
            record.state = .queued
            record.since = now
            // From now on somebody waits on the line.
            record.waitingSince = now
            record.isAbsent = false
        }
        pendingContacts.append(slot)
        lookForCalls(in: contacts[slot].queue)
    }

    /// Takes a contact from whoever has it, or is asked for it, and out of what waits, until a time.
    private mutating func letGo(_ slot: Int32, _ state: ContactState, until due: Timestamp, at now: Timestamp) {
        let before = contacts[slot]
        if before.isInHand { renewIdleRank(before.agent, at: now) }
        if before.isReserved { closeReservation(before.offer) }
        dropPreferences(of: slot)
        alter(slot, at: now) { record in
            if before.isInHand { record.handled += record.handlingSince.microseconds(to: now) }
            record.state = state
            record.since = now
            record.agent = ContactRecord.none
            record.offer = ReservationID(rawValue: 0)
            record.offerDeadline = due
            record.isReserved = false
            record.isAbsent = true
        }
        if before.agent >= 0 { pendingAgents.append(before.agent) }
    }

    /// Counts one more call to a customer who is to be called back.
    mutating func noteCall(of slot: Int32) {
        alterCallback(of: slot) { $0.attempts += 1 }
    }

    private mutating func alterCallback(of slot: Int32, _ body: (inout Callback) -> Void) {
        guard var callback = callback(of: slot) else { return }
        body(&callback)
        diversions[contacts[slot].id] = .callback(callback)
    }

    /// The answer to a contact that came in and does not wait on the line: how it stands. Any other answer as it is.
    @inline(__always)
    mutating func toldOfDiversion(_ answer: CommandAnswer) -> CommandAnswer {
        guard !diversions.isEmpty, let opened = answer.opened, diversions[opened.contact] != nil,
            let slot = contacts.slot(of: opened.contact)
        else { return answer }
        return .diverted(contactView(slot), opened.messages)
    }

    /// Tells a step to supervisors, and to the agent who has the contact or just had it; the end of one who was sent
    /// away is told by itself.
    mutating func tellDiverted(_ value: Event.Diverted, _ supervised: Bool, _ directives: inout [Directive]) {
        if case .sentAway = value.step { return }
        guard let slot = contacts.slot(of: value.contact) else { return }
        guard case .missed(let missed) = value.step, let agent = missed.from else {
            return tell(slot, to: agentID(contacts[slot].agent), supervised, &directives)
        }
        tell(slot, to: agent, supervised, &directives)
        if supervised { tellSupervisors(agent, &directives) }
    }
}

extension ContactView {
    /// Whether its customer is to be called by whoever takes it.
    var awaitsCall: Bool {
        guard case .callback(let callback) = diversion else { return false }
        return !callback.isReached
    }
}
