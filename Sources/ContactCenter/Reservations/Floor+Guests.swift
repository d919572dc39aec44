/// The agent's side: offering contacts of other partitions, and holding the agent's capacity for them.
extension Floor {
    /// Offers a contact of another partition to an agent, once however often it is asked.
    mutating func reserve(
        _ wish: Reserve, at now: Timestamp, into output: inout FloorOutput
    ) -> CommandAnswer {
        let id = wish.reservation
        if let guest = guests[id] { return .reserved(guest.agent, deadline: guest.deadline) }
        guard id.partition != partition, !hasSeen(id) else { return .declined }
        guard let agent = choose(for: wish) else {
            emit(.reserveDeclined(id), at: now, into: &output)
            return .declined
        }
        let queue = queueNumbers[wish.contact.queue].map { queueRecords[Int($0)].limits.offerTimeout }
        let offered = Event.GuestOffered(
            reservation: id, contact: wish.contact, agent: agentRecords[Int(agent)].id,
            deadline: now.advanced(byMicroseconds: (queue ?? nil) ?? limits.offerTimeout))
        claims[agent] = nil
        emit(.guestOffered(offered), at: now, into: &output)
        pendingAgents.append(agent)
        return .reserved(offered.agent, deadline: offered.deadline)
    }

    /// The agent who gets a contact of another partition: who is named, or who is best.
    private mutating func choose(for wish: Reserve) -> Int32? {
        guard let queue = queueNumbers[wish.contact.queue] else { return nil }
        let contact = wish.contact
        let passedOver = wish.passedOver.compactMap { agentNumbers[$0] }
        let group = matching.classIndex(
            queue: QueueSlot(Int(queue)), requirement: contact.requirement, ring: contact.ring,
            channel: contact.channel, attributes: contact.attributes,
            number: queueRecords[Int(queue)].rules.releaseNumber(of: contact.id, at: contact.ring))
        let gate = gate(of: queue)
        let isBarred = { (agent: Int32) in
            passedOver.contains(agent) || gate?.bars(agent, contact.id, enqueuedAt: contact.enqueuedAt) ?? false
        }
        if let agent = wish.agent.flatMap({ agentNumbers[$0] }), !isBarred(agent),
            matching.freeChannels(of: AgentSlot(Int(agent))).contains(contact.channel),
            matching.mayServe(AgentSlot(Int(agent)), group), !matching.isHeldBack(AgentSlot(Int(agent)), from: group)
        {
            return agent
        }
        return matching.bestAgent(for: group, excluding: { isBarred($0.index) })?.index
    }

    /// Whether a reservation was answered once.
    func hasSeen(_ id: ReservationID) -> Bool { seen[id.partition]?.contains(id) ?? false }

    mutating func acceptGuest(
        _ id: ReservationID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) -> CommandAnswer {
        switch try guest(id).phase {
        case .offered: emit(.guestAccepted(id), at: now, into: &output)
        case .accepting: break
        case .held, .returned: throw Self.overRefusal(id)
        }
        return .forwarded(id)
    }

    mutating func rejectGuest(
        _ id: ReservationID, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        guard try guest(id).phase == .offered else { throw Self.overRefusal(id) }
        endGuest(id, .rejected, at: now, into: &output)
    }

    private func guest(_ id: ReservationID) throws(Refusal) -> Guest {
        if let guest = guests[id], guest.isInHand { return guest }
        throw hasSeen(id) ? Self.overRefusal(id) : Refusal(.notFound, "There is no offer \(id).")
    }

    static func overRefusal(_ id: ReservationID) -> Refusal {
        Refusal(.wrongState, "Offer \(id) is over: it was answered, taken back, or not answered in time.")
    }

    /// Ends an offer here, before it was accepted.
    mutating func endGuest(
        _ id: ReservationID, _ outcome: OfferOutcome, at now: Timestamp, into output: inout FloorOutput
    ) {
        guard let guest = guests[id] else { return }
        emit(.guestReturned(id, outcome), at: now, into: &output)
        if outcome == .timedOut, let agent = agentNumbers[guest.agent] {
            setNotReadyIfUnanswered(agent, at: now, into: &output)
        }
    }

    /// The contact's partition says how it stands, by itself or in answer to the accept.
    mutating func settleGuest(
        _ id: ReservationID, version: Int, _ standing: Settle.Standing, at now: Timestamp,
        into output: inout FloorOutput
    ) {
        guard let guest = guests[id] else {
            if id.partition != partition, !hasSeen(id) { emit(.reserveDeclined(id), at: now, into: &output) }
            return
        }
        guard version > guest.version else { return }
        let wasAccepting = guest.phase == .accepting
        switch standing {
        case .holding(let contact):
            guard guest.phase == .accepting || guest.phase == .held else { return }
            let held = Event.GuestHeld(reservation: id, version: version, contact: contact)
            emit(wasAccepting ? .guestConnected(held) : .guestChanged(held), at: now, into: &output)
            if wasAccepting { output.acceptances.append(Acceptance(offer: id, state: .connected)) }
        case .over(let over):
            if guest.phase == .returned { return emit(.guestForgotten(id), at: now, into: &output) }
            emit(.guestGone(gone(id, guest, over, at: now)), at: now, into: &output)
            if wasAccepting {
                let state: Acceptance.State = over.outcome == .accepted ? .connected : .over
                output.acceptances.append(Acceptance(offer: id, state: state))
            }
        }
    }

    private func gone(
        _ id: ReservationID, _ guest: Guest, _ over: Settle.Over, at now: Timestamp
    ) -> Event.GuestGone {
        var gone = Event.GuestGone(
            reservation: id, contact: guest.contact.id, agent: guest.agent, over: over, wasHeld: guest.phase == .held)
        guard over.outcome == .accepted else { return gone }
        var last = guest.contact
        last.state = over.end == nil ? .queued : .ended
        last.agent = over.end == nil ? nil : guest.agent
        last.endReason = over.end
        last.endedAt = over.end == nil ? nil : now
        last.offer = nil
        gone.last = last
        return gone
    }

    /// The offers of other partitions' contacts to an agent that may still be ended here, the oldest first.
    func openGuestOffers(of agent: Int32) -> [ReservationID] {
        agentRecords[Int(agent)].guests.filter { guests[$0]?.phase == .offered }.sorted()
    }

    /// By when the first of an agent's offers of other partitions' contacts must be answered; nil when there is none.
    func guestDeadline(of agent: Int32) -> Timestamp? {
        agentRecords[Int(agent)].guests.compactMap { guests[$0]?.phase == .offered ? guests[$0]?.deadline : nil }.min()
    }

    /// Ends the offers that an agent has not answered in time, one at least.
    mutating func expireGuests(of agent: Int32, at now: Timestamp, into output: inout FloorOutput) {
        for id in openGuestOffers(of: agent) {
            if let guest = guests[id], guest.phase == .offered, guest.deadline <= now {
                endGuest(id, .timedOut, at: now, into: &output)
            }
        }
    }

    /// Where a forwarded accept stands. Complexity: O(1).
    public mutating func acceptance(of offer: ReservationID) -> Acceptance.State {
        switch guests[offer]?.phase {
        case .accepting: .forwarded
        case .held: .connected
        case .offered, .returned, nil: .over
        }
    }
}
