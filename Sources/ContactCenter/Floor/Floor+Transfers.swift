/// Contacts that are handed on.
extension Floor {
    mutating func transfer(
        _ wish: Transfer, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        let slot = try slot(wish.contact, in: [.connected, .held], toBe: "transferred")
        let record = contacts[slot]
        guard !record.isConsultation else {
            throw Refusal(.wrongState, "Contact \(wish.contact) is a consultation and cannot be transferred itself.")
        }
        guard record.consultation == 0 else {
            throw Refusal(
                .wrongState,
                "Contact \(wish.contact) has a consultation under way; complete or cancel that transfer first.")
        }
        let target = try checkTarget(wish.target, of: record, at: now)
        switch wish.kind {
        case .blind:
            let requeued = Event.Requeued(
                contact: wish.contact, from: agentRecords[Int(record.agent)].id, queue: target.queue,
                requirement: target.requirement, addressee: target.addressee)
            emit(.requeued(requeued), at: now, into: &output)
            return .nothing
        case .consult:
            return consult(about: slot, target, at: now, into: &output)
        }
    }

    private mutating func consult(
        about slot: Int32, _ target: TransferTarget, at now: Timestamp, into output: inout FloorOutput
    ) -> CommandAnswer {
        let record = contacts[slot]
        if record.state == .connected { emit(.held(record.id), at: now, into: &output) }
        let opened = Event.Opened(
            contact: ContactID(partition: partition, count: contactsGiven + 1), session: record.session,
            channel: record.channel, queue: target.queue, customer: contacts.details[Int(slot)].customer,
            attributes: contacts.details[Int(slot)].attributes,
            requirement: target.requirement, priority: Int(record.priority), preferredAgent: nil,
            addressee: target.addressee, consultationOf: record.id)
        emit(.opened(opened), at: now, into: &output)
        return .consulting(opened.contact)
    }

    /// Where a transfer goes, as far as it can.
    private mutating func checkTarget(
        _ target: Transfer.Target, of record: ContactRecord, at now: Timestamp
    ) throws(Refusal) -> TransferTarget {
        switch target {
        case .queue(let id, let requirement):
            let queue = try queueNumber(id)
            try admit(queue, record.channel, at: now)
            return TransferTarget(queue: id, requirement: requirement, addressee: nil)
        case .agent(let id):
            let agent = try agentNumber(id)
            guard agent != record.agent else {
                throw Refusal(.invalid, "Agent \(id) has contact \(record.id) already; name another agent.")
            }
            guard agentRecords[Int(agent)].isSignedIn else {
                throw Refusal(
                    .wrongState,
                    peers.contains { $0.signedIn.contains(agent) }
                        ? "Agent \(id) is signed in at another site or partition than that of contact \(record.id), and "
                            + "transfers to an agent by name do not reach there; transfer to a queue that the agent serves."
                        : "Agent \(id) is not signed in; transfer to a queue or to another agent.")
            }
            guard !matching.isBarred(AgentSlot(Int(agent)), from: QueueSlot(Int(record.queue))) else {
                throw Refusal(
                    .wrongState, "The site of agent \(id) is closed now; transfer to a queue or to another agent.")
            }
            guard agentRecords[Int(agent)].maximum[record.channel] > 0 else {
                throw Refusal(.invalid, "Agent \(id) takes no \(record.channel.name) contacts; name another agent.")
            }
            return TransferTarget(
                queue: queueRecords[Int(record.queue)].configuration.id,
                requirement: requirements[record.requirement], addressee: id)
        }
    }

    mutating func completeTransfer(
        _ id: ContactID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        let (original, consultation) = try consultation(id)
        let state = contacts[consultation].state
        guard state == .connected || state == .held else {
            throw Refusal(
                .wrongState,
                "The consultation \(contacts[consultation].id) is \(state.name); the transfer can be completed once "
                    + "somebody has answered it.")
        }
        let handedOver = Event.HandedOver(
            contact: contacts[original].id, consultation: contacts[consultation].id,
            from: agentRecords[Int(contacts[original].agent)].id,
            to: agentRecords[Int(contacts[consultation].agent)].id)
        emit(.handedOver(handedOver), at: now, into: &output)
    }

    mutating func cancelTransfer(_ id: ContactID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        let (_, consultation) = try consultation(id)
        end(consultation, .consulted, at: now, into: &output)
    }

    /// The contact that is consulted about, and the consultation, whichever of the two is named.
    private mutating func consultation(_ id: ContactID) throws(Refusal) -> (original: Int32, consultation: Int32) {
        let slot = try liveSlot(id)
        let original = contacts[slot].isConsultation ? ContactID(rawValue: contacts[slot].consultationOf) : id
        guard let first = contacts.slot(of: original), contacts[first].consultation != 0,
            let second = contacts.slot(of: ContactID(rawValue: contacts[first].consultation))
        else { throw Refusal(.wrongState, "Contact \(id) has no transfer under way.") }
        return (first, second)
    }

    mutating func changeRequeued(_ value: Event.Requeued, at now: Timestamp) {
        guard let slot = contacts.slot(of: value.contact), let queue = queueNumbers[value.queue] else { return }
        let before = contacts[slot]
        let requirement = requirements.retain(value.requirement)
        if before.isInHand { renewIdleRank(before.agent, at: now) }
        if before.isReserved { closeReservation(before.offer) }
        let addressee = value.addressee.flatMap { agentNumbers[$0] } ?? ContactRecord.none
        let from = value.from.flatMap { agentNumbers[$0] }
        dropPreferences(of: slot)
        alter(slot, at: now) { record in
            if before.isInHand { record.handled += record.handlingSince.microseconds(to: now) }
            if before.isInHand || queue != before.queue {
                record.waitingSince = now
                record.ring = 0
            }
            record.state = .queued
            record.since = now
            record.queue = queue
            record.requirement = requirement
            record.agent = ContactRecord.none
            record.offer = ReservationID(rawValue: 0)
            record.isReserved = false
            record.addressee = addressee
            if let from { record.exclusions.add(from, at: now) }
        }
        requirements.release(before.requirement)
        if before.agent >= 0 { pendingAgents.append(before.agent) }
        pendingContacts.append(slot)
    }

    mutating func changeHandedOver(_ value: Event.HandedOver, at now: Timestamp) {
        guard let original = contacts.slot(of: value.contact), contacts[original].isInHand,
            let consultation = contacts.slot(of: value.consultation), contacts[consultation].isInHand
        else { return }
        let from = contacts[original].agent
        let to = contacts[consultation].agent
        let reservation = contacts[consultation].isReserved ? contacts[consultation].offer : nil
        changeEnded(value.consultation, .consulted, nil, at: now)
        if contacts[original].isReserved { closeReservation(contacts[original].offer) }
        if let reservation { continueReservation(reservation, with: value.contact) }
        renewIdleRank(from, at: now)
        alter(original, at: now) { record in
            record.handled += record.handlingSince.microseconds(to: now)
            record.handlingSince = now
            record.state = .connected
            record.since = now
            record.agent = to
            record.isReserved = reservation != nil
            record.offer = reservation ?? ReservationID(rawValue: 0)
        }
        pendingAgents.append(from)
        rememberAgent(original)
    }
}
