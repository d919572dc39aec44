/// What happens to contacts of other partitions that are offered to agents of this one, or in their hands.
extension Floor {
    mutating func changeSeen(_ id: ReservationID) {
        seen[id.partition, default: SeenReservations()].insert(id)
    }

    mutating func changeGuestOffered(_ value: Event.GuestOffered, at now: Timestamp) {
        guard let agent = agentNumbers[value.agent], guests[value.reservation] == nil else { return }
        changeSeen(value.reservation)
        let guest = Guest(contact: value.contact, agent: value.agent, deadline: value.deadline, since: now)
        guests[value.reservation] = guest
        take(value.reservation, guest, by: agent)
        refreshAgent(agent, at: now)
        guard let queue = queueNumbers[value.contact.queue] else { return }
        queueRecords[Int(queue)].lastOffered = agent
        matching.setLastOffered(AgentSlot(Int(agent)), in: QueueSlot(Int(queue)))
    }

    mutating func changeGuestAccepted(_ id: ReservationID, at now: Timestamp) {
        guard guests[id]?.phase == .offered else { return }
        alterGuest(id, at: now) { $0.phase = .accepting }
        touchedGuests.append(id)
    }

    mutating func changeGuestReturned(_ id: ReservationID, _ outcome: OfferOutcome, at now: Timestamp) {
        guard let guest = guests[id], guest.phase == .offered else { return }
        if let agent = agentNumbers[guest.agent] { followOutcome(outcome, of: agent, at: now) }
        alterGuest(id, at: now) { guest in
            guest.phase = .returned
            guest.outcome = outcome
        }
        touchedGuests.append(id)
    }

    mutating func changeGuestHeld(_ value: Event.GuestHeld, at now: Timestamp) {
        guard let guest = guests[value.reservation], guest.phase == .accepting || guest.phase == .held else { return }
        if guest.phase == .accepting, let agent = agentNumbers[guest.agent] {
            followOutcome(.accepted, of: agent, at: now)
        }
        alterGuest(value.reservation, at: now) { guest in
            if guest.phase == .accepting { guest.since = now }
            guest.phase = .held
            guest.version = value.version
            guest.contact = value.contact
        }
    }

    mutating func changeGuestGone(_ value: Event.GuestGone, at now: Timestamp) {
        let id = value.reservation
        guard let guest = guests.removeValue(forKey: id), guest.isInHand else { return }
        settleAccepts(of: id, wasConnected: guest.phase == .held || value.over.outcome == .accepted)
        guard let agent = agentNumbers[guest.agent] else { return }
        if guest.phase == .held { renewIdleRank(agent, at: now) }
        drop(id, guest, by: agent)
        refreshAgent(agent, at: now)
        pendingAgents.append(agent)
    }

    mutating func changeGuestForgotten(_ id: ReservationID) {
        if guests[id]?.phase == .returned { guests[id] = nil }
    }

    /// Notes whose result says that an accept was forwarded: what became of it is known for as long as there is a guest.
    mutating func noteAccept(_ command: CommandID, _ result: CommandResult) {
        guard case .done(.forwarded(let offer)) = result, guests[offer]?.isInHand == true else { return }
        acceptCommands[offer, default: []].append(command)
    }

    /// Gives the accepts of a guest that goes the result that their callers had, for whoever repeats them.
    private mutating func settleAccepts(of id: ReservationID, wasConnected: Bool) {
        guard let commands = acceptCommands.removeValue(forKey: id), wasConnected else { return }
        for command in commands { results.settle(command, .done(.nothing)) }
    }

    /// Notes what the end of an offer says of its agent.
    mutating func followOutcome(_ outcome: OfferOutcome, of agent: Int32, at now: Timestamp) {
        switch outcome {
        case .accepted: agentRecords[Int(agent)].unanswered = 0
        case .rejected:
            agentRecords[Int(agent)].unanswered = 0
            renewIdleRank(agent, at: now)
        case .timedOut:
            agentRecords[Int(agent)].unanswered += 1
            renewIdleRank(agent, at: now)
        case .rescinded: break
        }
    }

    /// Notes a guest that is offered to an agent or in hand.
    mutating func take(_ id: ReservationID, _ guest: Guest, by agent: Int32) {
        agentRecords[Int(agent)].take(id, guest)
        countAtSite(agent, queueNumbers[guest.contact.queue], by: 1)
    }

    /// Forgets a guest that ``take(_:_:by:)`` noted as it is.
    private mutating func drop(_ id: ReservationID, _ guest: Guest, by agent: Int32) {
        agentRecords[Int(agent)].drop(id, guest)
        countAtSite(agent, queueNumbers[guest.contact.queue], by: -1)
    }

    /// Changes a guest, and what its agent has in hand with it.
    private mutating func alterGuest(_ id: ReservationID, at now: Timestamp, _ body: (inout Guest) -> Void) {
        guard var guest = guests[id] else { return }
        let agent = agentNumbers[guest.agent]
        if let agent { drop(id, guest, by: agent) }
        body(&guest)
        guests[id] = guest
        guard let agent else { return }
        if guest.isInHand { take(id, guest, by: agent) } else { pendingAgents.append(agent) }
        refreshAgent(agent, at: now)
    }
}
