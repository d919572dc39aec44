/// Contacts and agents that find each other, and what becomes of the offer.
extension Floor {
    /// Lets every contact and agent that the command set free find a partner, until nothing more can be done.
    ///
    /// Contacts come first, the most urgent of them before the others; then agents. Every offer takes capacity, so it
    /// ends.
    mutating func settle(at now: Timestamp, into output: inout FloorOutput) {
        var contact = 0
        var ordered = 0
        var agent = 0
        while true {
            if contact < pendingContacts.count {
                if ordered < pendingContacts.count { orderPendingContacts(from: contact) }
                ordered = pendingContacts.count
                contact += 1
                place(pendingContacts[contact - 1], at: now, into: &output)
            } else if agent < pendingAgents.count {
                agent += 1
                employ(pendingAgents[agent - 1], at: now, into: &output)
            } else if !lookAtReopened() {
                break
            }
        }
        forgetPending()
    }

    /// Puts the pending contacts from `first` on into the order of their queues: by priority, then by age.
    private mutating func orderPendingContacts(from first: Int) {
        guard pendingContacts.count - first > 1 else { return }
        let (records, queues) = (contacts.records, queueRecords)
        pendingContacts[first...].sort { records[Int($0)].precedes(records[Int($1)], in: queues) }
    }

    /// Offers a waiting contact to its best free agent, if there is one.
    private mutating func place(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) {
        let record = contacts[slot]
        guard record.state == .queued, !record.isAbsent || !waitsForCalls(slot) else { return }
        if record.addressee >= 0 {
            if isClosed(record.addressee, to: record) { return release(slot, at: now, into: &output) }
            if !sites.isFull(sites.home(of: record.addressee)),
                matching.freeChannels(of: AgentSlot(Int(record.addressee))).contains(record.channel)
            {
                offer(slot, to: record.addressee, at: now, into: &output)
            }
            return
        }
        guard let group = matching.waitingClass(of: ContactSlot(Int(slot))) else { return }
        let gate = gate(of: record.queue)
        if record.preferred >= 0, !(gate?.bars(record.preferred, record.id, enqueuedAt: record.enqueuedAt) ?? false),
            !record.passesOver(record.preferred, at: now),
            matching.freeChannels(of: AgentSlot(Int(record.preferred))).contains(record.channel),
            matching.mayServe(AgentSlot(Int(record.preferred)), group),
            !matching.isHeldBack(AgentSlot(Int(record.preferred)), from: group)
        {
            return offer(slot, to: record.preferred, at: now, into: &output)
        }
        let choosesSite = queueRecords[Int(record.queue)].sites.isChosen
        if choosesSite, placeBySite(slot, group, at: now, into: &output) { return }
        // Who waits for something more urgent of another floor gets what is best when that has come or not, and not
        // whatever comes in meanwhile before what waits already.
        let claims = claims
        let agent =
            choosesSite
            ? nil
            : matching.bestAgent(
                for: group,
                excluding: { agent in
                    record.passesOver(agent.index, at: now) || claims[agent.index].map { now < $0.until } ?? false
                        || gate?.bars(agent.index, record.id, enqueuedAt: record.enqueuedAt) ?? false
                })
        if let agent {
            offer(slot, to: agent.index, at: now, into: &output)
        } else if record.hasPreference, !isWorthWaiting(slot, group, at: now) {
            emit(.preferenceEnded(record.id), at: now, into: &output)
        } else if queueRecords[Int(record.queue)].rules.isConditional, let ring = nextRing(slot, at: now) {
            emit(.widened(record.id, ring: ring), at: now, into: &output)
        } else if queueRecords[Int(record.queue)].overflow != nil, overflow(slot, at: now, into: &output) {
            return
        } else if !peers.isEmpty, !choosesSite {
            askElsewhere(slot, group, at: now, into: &output)
        }
    }

    /// Offers a free agent the contacts that are theirs to have, until nothing more fits.
    private mutating func employ(_ agent: Int32, at now: Timestamp, into output: inout FloorOutput) {
        if agentRecords[Int(agent)].hasNothing, let next = agentRecords[Int(agent)].next {
            setAvailability(of: agent, to: next, at: now, into: &output)
        }
        while true {
            let slot = bestContact(for: agent, at: now)
            if !peers.isEmpty, claims(agent, ratherThan: slot, at: now, into: &output) { return }
            guard let slot else { return }
            offer(slot, to: agent, at: now, into: &output)
        }
    }

    /// The contact that an agent is offered next, one that waits for them alone before all others; nil when there is
    /// none, or the agent is not free.
    private mutating func bestContact(for agent: Int32, at now: Timestamp) -> Int32? {
        let site = sites.home(of: agent)
        guard !sites.isFull(site) else { return nil }
        let open = matching.freeChannels(of: AgentSlot(Int(agent)))
        var best: Int32?
        for slot in agentRecords[Int(agent)].addressed
        where open.contains(contacts[slot].channel) && !isClosed(agent, to: contacts[slot]) {
            if let rival = best, contacts[rival].precedes(contacts[slot], in: queueRecords) { continue }
            best = slot
        }
        if let best { return best }
        let records = contacts.records
        let calling = contactCounts[.dialing] > 0 ? queuesCalling : []
        guard sites.isGated || !calling.isEmpty else {
            return matching.bestContact(
                for: AgentSlot(Int(agent)), at: now,
                excluding: { records[Int($0.index)].passesOver(agent, at: now) })?.index
        }
        let kept = KeptContacts(
            agent: agent, site: site, now: now, records: records, queues: queueRecords, diversions: diversions,
            calling: calling)
        return matching.bestContact(for: AgentSlot(Int(agent)), at: now, excluding: { kept.contains($0) })?.index
    }

    mutating func offer(_ slot: Int32, to agent: Int32, at now: Timestamp, into output: inout FloorOutput) {
        if contacts[slot].isAbsent, callOrPutOff(slot, at: now, into: &output) { return }
        let timeout = queueRecords[Int(contacts[slot].queue)].limits.offerTimeout ?? limits.offerTimeout
        let offered = Event.Offered(
            offer: ReservationID(partition: partition, count: offersGiven + 1), contact: contacts[slot].id,
            agent: agentRecords[Int(agent)].id, deadline: now.advanced(byMicroseconds: timeout))
        likelyAgent = agent
        contacts.likely = slot
        emit(.offered(offered), at: now, into: &output)
    }

    mutating func accept(
        _ id: ReservationID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        if id.partition != partition { return try acceptGuest(id, at: now, into: &output) }
        let slot = try openOffer(id)
        endOffer(slot, .accepted, at: now, into: &output)
        return .nothing
    }

    mutating func reject(_ id: ReservationID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        if id.partition != partition { return try rejectGuest(id, at: now, into: &output) }
        let slot = try openOffer(id)
        endOffer(slot, .rejected, at: now, into: &output)
    }

    private mutating func openOffer(_ id: ReservationID) throws(Refusal) -> Int32 {
        guard id.partition == partition, id.count >= 1, id.count <= offersGiven else {
            throw Refusal(.notFound, "There is no offer \(id).")
        }
        guard let slot = offers[id.count] else {
            throw Self.overRefusal(id)
        }
        guard !contacts[slot].isReserved else {
            throw Refusal(
                .wrongState,
                "Offer \(id) was made to \(agentID(contacts[slot].agent)?.name ?? "an agent") of another partition; "
                    + "answer it there, on the agent's behalf.")
        }
        return slot
    }

    /// Ends an offer, and does what follows for its agent and its contact unless it was accepted.
    mutating func endOffer(
        _ slot: Int32, _ outcome: OfferOutcome, at now: Timestamp, into output: inout FloorOutput
    ) {
        let record = contacts[slot]
        let agent = Int(record.agent)
        let value = Event.OfferEnded(
            offer: record.offer, contact: record.id, agent: agentRecords[agent].id, outcome: outcome)
        emit(.offerEnded(value), at: now, into: &output)
        if outcome == .timedOut, !record.isReserved { setNotReadyIfUnanswered(record.agent, at: now, into: &output) }
        if outcome == .timedOut || outcome == .rejected, record.addressee >= 0 {
            release(slot, at: now, into: &output)
        }
    }

    /// Sets an agent not ready who has left too many offers unanswered.
    mutating func setNotReadyIfUnanswered(_ agent: Int32, at now: Timestamp, into output: inout FloorOutput) {
        guard settings.unansweredLimit > 0, agentRecords[Int(agent)].unanswered >= settings.unansweredLimit else {
            return
        }
        setAvailability(of: agent, to: .notReady(settings.unansweredReason), at: now, into: &output)
    }

    /// A contact that one agent alone was to have, and who will not, waits for everybody in its queue; a
    /// consultation is over.
    mutating func release(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) {
        let record = contacts[slot]
        guard !record.isConsultation else { return end(slot, .consulted, at: now, into: &output) }
        let requeued = Event.Requeued(
            contact: record.id, from: nil, queue: queueRecords[Int(record.queue)].configuration.id,
            requirement: requirements[record.requirement], addressee: nil)
        emit(.requeued(requeued), at: now, into: &output)
    }

    /// Takes back all open offers of an agent, the oldest first.
    mutating func rescindOffers(of agent: Int32, at now: Timestamp, into output: inout FloorOutput) {
        for slot in openOffers(of: agent) { endOffer(slot, .rescinded, at: now, into: &output) }
        for id in openGuestOffers(of: agent) { endGuest(id, .rescinded, at: now, into: &output) }
    }

    /// Slots of the contacts offered to an agent, the oldest offer first.
    func openOffers(of agent: Int32) -> [Int32] {
        let records = contacts.records
        return agentRecords[Int(agent)].contacts.filter { records[Int($0)].state == .offered }
            .sorted { records[Int($0)].offer < records[Int($1)].offer }
    }

    mutating func changeOffered(_ value: Event.Offered, at now: Timestamp) {
        guard let slot = contacts.slot(of: value.contact), let agent = likelyNumber(of: value.agent) else { return }
        offersGiven = max(offersGiven, value.offer.count)
        let isReserved = contacts[slot].isReserved && contacts[slot].offer == value.offer
        if isReserved {
            reservations[value.offer]?.phase = .offered
        } else if contacts[slot].isReserved {
            closeReservation(contacts[slot].offer)
        }
        alter(slot, at: now) { record in
            record.isReserved = isReserved
            record.state = .offered
            record.since = now
            record.agent = agent
            record.offer = value.offer
            record.offerDeadline = value.deadline
        }
        let queue = contacts[slot].queue
        queueRecords[Int(queue)].lastOffered = agent
        if queueRecords[Int(queue)].configuration.order == .roundRobin {
            matching.setLastOffered(AgentSlot(Int(agent)), in: QueueSlot(Int(queue)))
        }
    }

    mutating func changeOfferEnded(_ value: Event.OfferEnded, at now: Timestamp) {
        guard let slot = contacts.slot(of: value.contact), contacts[slot].state == .offered,
            contacts[slot].offer == value.offer
        else { return }
        let agent = contacts[slot].agent
        if !contacts[slot].isReserved {
            followOutcome(value.outcome, of: agent, at: now)
        } else if value.outcome == .accepted {
            connectReservation(value.offer)
        } else {
            closeReservation(value.offer, value.outcome)
        }
        guard value.outcome != .accepted else { return changeAccepted(slot, at: now) }
        alter(slot, at: now) { record in
            record.state = .queued
            record.since = now
            record.agent = ContactRecord.none
            record.offer = ReservationID(rawValue: 0)
            record.isReserved = false
            if value.outcome != .rescinded { record.exclusions.add(agent, at: now) }
        }
        pendingContacts.append(slot)
        pendingAgents.append(agent)
    }

    private mutating func changeAccepted(_ slot: Int32, at now: Timestamp) {
        let offered = contacts[slot].since
        dropPreferences(of: slot)
        alter(slot, at: now) { record in
            record.state = .connected
            record.since = now
            record.handlingSince = now
            record.answeredAt = record.answeredAt ?? now
            if !record.isReserved { record.offer = ReservationID(rawValue: 0) }
            record.exclusions = Exclusions()
            record.addressee = ContactRecord.none
        }
        if contacts[slot].isAbsent { noteCall(of: slot) }
        guard !contacts[slot].isConsultation else { return }
        rememberAgent(slot)
        let queue = Int(contacts[slot].queue)
        let wait = contacts[slot].waitingSince.microseconds(to: now)
        queueRecords[queue].pace.take(
            waitingSince: contacts[slot].waitingSince, offered: offered, agents: queueRecords[queue].working, at: now)
        queueRecords[queue].figures.answered += 1
        let site = sites.home(of: contacts[slot].agent)
        queueRecords[queue].figures.answeredWait += .microseconds(wait)
        let isWithinThreshold = wait <= queueRecords[queue].limits.serviceLevelThreshold
        if isWithinThreshold { queueRecords[queue].figures.answeredWithinThreshold += 1 }
        queueRecords[queue].sites.noteService(of: site, isWithinThreshold: isWithinThreshold)
        noteService(of: queue, isWithinThreshold: isWithinThreshold)
    }
}
