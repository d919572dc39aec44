/// A contact's life between its being answered and its end.
extension Floor {
    mutating func hold(_ id: ContactID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        _ = try slot(id, in: [.connected], toBe: "held")
        emit(.held(id), at: now, into: &output)
    }

    mutating func resume(_ id: ContactID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        _ = try slot(id, in: [.held], toBe: "resumed")
        emit(.resumed(id), at: now, into: &output)
    }

    mutating func complete(_ id: ContactID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        let slot = try slot(id, in: [.connected, .held], toBe: "completed")
        finishConversation(slot, at: now, into: &output)
    }

    /// The customer gave up, or hung up: before an answer the contact ends, after it wrap-up begins; in wrap-up
    /// nothing is left to do.
    mutating func abandon(_ id: ContactID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        let slot = try liveSlot(id)
        guard !contacts[slot].isConsultation else {
            throw Refusal(.wrongState, "Contact \(id) is a consultation between agents; cancel the transfer instead.")
        }
        switch contacts[slot].state {
        // Who is to be called back has hung up, and keeps the place all the same.
        case .queued, .offered: if !contacts[slot].isAbsent { end(slot, .abandoned, at: now, into: &output) }
        case .connected, .held: finishConversation(slot, at: now, into: &output)
        case .wrapUp, .ended, .scheduled, .dialing: break
        }
    }

    /// Begins wrap-up, or ends the contact where there is none.
    private mutating func finishConversation(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) {
        if contacts[slot].isConsultation { return end(slot, .consulted, at: now, into: &output) }
        if wrapUpLimit(of: contacts[slot].queue) == 0 { return end(slot, .completed, at: now, into: &output) }
        endConsultation(of: slot, at: now, into: &output)
        emit(.wrapUpBegan(contacts[slot].id), at: now, into: &output)
    }

    mutating func finishWrapUp(
        _ wish: FinishWrapUp, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let slot = try slot(wish.contact, in: [.wrapUp], toBe: "wrapped up")
        if let disposition = wish.disposition {
            guard dispositions.contains(where: { $0.code == disposition }) else {
                throw Refusal(.notFound, "There is no disposition \(disposition) in the configuration in force.")
            }
        } else if !dispositions.isEmpty {
            throw Refusal(.invalid, "Contact \(wish.contact) needs a disposition, such as \(dispositions[0].code).")
        }
        end(slot, .completed, wish.disposition, at: now, into: &output)
    }

    mutating func requeue(_ id: ContactID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        let slot = try slot(id, in: [.queued, .offered, .connected, .held], toBe: "queued again")
        guard !contacts[slot].isConsultation else {
            throw Refusal(.wrongState, "Contact \(id) is a consultation; cancel the transfer or end it instead.")
        }
        let agent = contacts[slot].agent
        if contacts[slot].state == .offered { endOffer(slot, .rescinded, at: now, into: &output) }
        endConsultation(of: slot, at: now, into: &output)
        let requeued = Event.Requeued(
            contact: id, from: agent >= 0 ? agentRecords[Int(agent)].id : nil,
            queue: queueRecords[Int(contacts[slot].queue)].configuration.id,
            requirement: requirements[contacts[slot].requirement], addressee: nil)
        emit(.requeued(requeued), at: now, into: &output)
    }

    mutating func endByAdministrator(
        _ id: ContactID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let slot = try liveSlot(id)
        end(slot, contacts[slot].isConsultation ? .consulted : .ended, at: now, into: &output)
    }

    mutating func updateAttributes(
        _ wish: UpdateAttributes, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let slot = try liveSlot(wish.contact)
        var attributes = contacts.details[Int(slot)].attributes
        attributes.update(wish)
        try Self.check(attributes)
        guard attributes != contacts.details[Int(slot)].attributes else { return }
        emit(.attributesUpdated(wish), at: now, into: &output)
    }

    /// Ends a contact, its open offer and its consultation first.
    mutating func end(
        _ slot: Int32, _ reason: EndReason, _ disposition: DispositionCode? = nil, at now: Timestamp,
        into output: inout FloorOutput
    ) {
        if contacts[slot].state == .offered { endOffer(slot, .rescinded, at: now, into: &output) }
        endConsultation(of: slot, at: now, into: &output)
        emit(.ended(contacts[slot].id, reason, disposition), at: now, into: &output)
    }

    /// Ends the consultation about a contact if there is one.
    mutating func endConsultation(of slot: Int32, at now: Timestamp, into output: inout FloorOutput) {
        let consultation = contacts[slot].consultation
        guard consultation != 0, let other = contacts.slot(of: ContactID(rawValue: consultation)) else { return }
        end(other, .consulted, at: now, into: &output)
    }

    mutating func changeAttributes(_ value: UpdateAttributes, at now: Timestamp) {
        guard let slot = contacts.slot(of: value.contact) else { return }
        // The class that it waits in may depend on its attributes.
        leave(slot)
        contacts.details[Int(slot)].attributes.update(value)
        enter(slot, at: now)
        if contacts[slot].state == .queued { pendingContacts.append(slot) } else { renewReservation(of: slot) }
        let agent = contacts[slot].agent
        if agent >= 0 { refreshAgent(agent, at: now) }
    }

    mutating func changeEnded(
        _ id: ContactID, _ reason: EndReason, _ disposition: DispositionCode?, at now: Timestamp
    ) {
        guard let slot = contacts.slot(of: id), contacts[slot].state != .ended else { return }
        countEnd(contacts[slot], reason, at: now)
        let wasInHand = contacts[slot].isInHand
        let wasCalled = contacts[slot].state == .dialing
        let agent = contacts[slot].agent
        if wasInHand { renewIdleRank(agent, at: now) }
        contacts.details[Int(slot)].disposition = disposition
        if contacts[slot].isReserved { closeReservation(contacts[slot].offer, end: reason) }
        dropPreferences(of: slot)
        alter(slot, at: now) { record in
            if wasInHand { record.handled += record.handlingSince.microseconds(to: now) }
            record.state = .ended
            record.since = now
            record.endReason = reason
            record.addressee = ContactRecord.none
            record.isReserved = false
            record.offer = ReservationID(rawValue: 0)
        }
        if wasCalled { lookForCalls(in: contacts[slot].queue) }
        if agent >= 0 { pendingAgents.append(agent) }
        let original = ContactID(rawValue: contacts[slot].consultationOf)
        if original.rawValue != 0, let other = contacts.slot(of: original) {
            contacts[other].consultation = 0
            renewReservation(of: other)
        }
    }

    private mutating func countEnd(_ record: ContactRecord, _ reason: EndReason, at now: Timestamp) {
        guard !record.isConsultation else { return }
        let queue = Int(record.queue)
        switch reason {
        case .abandoned:
            queueRecords[queue].figures.abandoned += 1
            queueRecords[queue].pace.leave(waitingSince: record.waitingSince, at: now)
            let wait = record.waitingSince.microseconds(to: now)
            if wait <= queueRecords[queue].limits.serviceLevelThreshold {
                queueRecords[queue].figures.abandonedWithinThreshold += 1
            } else {
                noteService(of: queue, isWithinThreshold: false)
            }
        case .timedOut, .closed, .overflowed:
            queueRecords[queue].figures.timedOut += 1
            noteService(of: queue, isWithinThreshold: false)
        case .completed:
            queueRecords[queue].figures.completed += 1
            let handling = Duration.microseconds(record.handled + record.handlingSince.microseconds(to: now))
            queueRecords[queue].figures.handleTime += handling
            queueRecords[queue].pace.handle(seconds: handling.inSeconds)
        case .ended, .consulted, .cancelled, .unreached: break
        }
    }
}

extension Attributes {
    /// Forgets and sets what is wished for.
    mutating func update(_ wish: UpdateAttributes) {
        for name in wish.remove { self[name] = nil }
        for entry in wish.set.entries { self[entry.name] = entry.value }
    }
}
