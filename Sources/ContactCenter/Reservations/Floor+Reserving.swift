/// The contact's side: asking for agents elsewhere, and committing what they answer.
///
/// This partition has the last word on who has a contact: of an accept and whatever takes the contact away, the one
/// that is handled here first wins.
extension Floor {
    /// How long an asked partition may take to answer, in microseconds.
    static let askingTime: Int64 = 2_000_000
    /// For how long an offer made elsewhere counts beyond its deadline, which is told by the clock over there.
    static let offerGrace: Int64 = 2_000_000

    /// Asks another floor for an agent; unless the customer is called first, and asked for when on the line.
    ///
    /// - Returns: Whether somebody is asked.
    @discardableResult
    mutating func ask(
        for slot: Int32, at floor: UInt16, agent: AgentID?, at now: Timestamp, into output: inout FloorOutput
    ) -> Bool {
        if contacts[slot].isAbsent, callOrPutOff(slot, at: now, into: &output) { return false }
        let asked = Event.Asked(
            reservation: ReservationID(partition: partition, count: offersGiven + 1), contact: contacts[slot].id,
            floor: floor, agent: agent, deadline: now.advanced(byMicroseconds: Self.askingTime * letterPace))
        emit(.asked(asked), at: now, into: &output)
        return true
    }

    /// An agent elsewhere accepts.
    mutating func commit(
        _ id: ReservationID, by agent: AgentID, at now: Timestamp, into output: inout FloorOutput
    ) -> CommandAnswer {
        guard let reservation = reservations[id] else { return .over(Settle.Over(outcome: .rescinded)) }
        if let over = reservation.over { return .over(over) }
        guard let slot = contacts.slot(of: reservation.contact),
            reservation.phase != .asked || noteOffered(id, to: agent, deadline: now, at: now, into: &output)
        else { return .over(Settle.Over(outcome: .rescinded)) }
        if contacts[slot].state == .offered { endOffer(slot, .accepted, at: now, into: &output) }
        return .holding(contactView(slot), version: reservations[id]?.version ?? 1)
    }

    /// An agent elsewhere will not have the contact.
    mutating func takeBack(_ value: GiveBack, at now: Timestamp, into output: inout FloorOutput) {
        let id = value.reservation
        guard let reservation = reservations[id], reservation.phase != .held else { return }
        if reservation.phase == .asked { _ = noteOffered(id, to: value.agent, deadline: now, at: now, into: &output) }
        if reservations[id]?.phase == .offered, let slot = contacts.slot(of: reservation.contact) {
            endOffer(slot, value.outcome == .accepted ? .rescinded : value.outcome, at: now, into: &output)
        }
        confirm(id, reservations[id]?.version ?? 0, at: now, into: &output)
    }

    /// The other floor answered whether it has an agent.
    mutating func receivedReserve(
        _ id: ReservationID, _ answer: CommandAnswer, at now: Timestamp, into output: inout FloorOutput
    ) {
        guard let reservation = reservations[id] else { return }
        switch answer {
        case .reserved(let agent, let deadline):
            guard reservation.phase == .asked else { return }
            noteBusy(agent, at: reservation.floor)
            _ = noteOffered(id, to: agent, deadline: deadline, at: now, into: &output)
        case .declined:
            if reservation.phase == .asked {
                if reservation.agent == nil { passOver(reservation.floor, for: reservation.contact, at: now) }
                emit(.reservationEnded(id), at: now, into: &output)
            }
            // Who declined once has no such guest, and never will.
            if reservations[id]?.phase == .over {
                confirm(id, reservations[id]?.version ?? 0, at: now, into: &output)
            }
        default: break
        }
    }

    /// The other floor knows how the contact stands.
    mutating func confirm(_ id: ReservationID, _ version: Int, at now: Timestamp, into output: inout FloorOutput) {
        guard let reservation = reservations[id], version > reservation.confirmed, version <= reservation.version
        else { return }
        emit(.reservationConfirmed(id, version: version), at: now, into: &output)
    }

    /// Nobody has answered in time: another partition may be asked.
    mutating func expireAsking(_ slot: Int32, at now: Timestamp, into output: inout FloorOutput) {
        let id = contacts[slot].offer
        if let floor = reservations[id]?.floor { passOver(floor, for: contacts[slot].id, at: now) }
        emit(.reservationEnded(id), at: now, into: &output)
    }

    /// Offers the contact, as far as this floor is concerned, to the agent who was found.
    ///
    /// - Returns: Whether there is such an agent.
    private mutating func noteOffered(
        _ id: ReservationID, to agent: AgentID, deadline: Timestamp, at now: Timestamp, into output: inout FloorOutput
    ) -> Bool {
        guard let contact = reservations[id]?.contact else { return false }
        guard agentNumbers[agent] != nil else {
            emit(.reservationEnded(id), at: now, into: &output)
            return false
        }
        let offered = Event.Offered(offer: id, contact: contact, agent: agent, deadline: max(deadline, now))
        emit(.offered(offered), at: now, into: &output)
        return true
    }
}
