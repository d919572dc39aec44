/// What a floor owes others: it follows from the state alone, so an owner that takes over sends what its predecessor
/// left open.
extension Floor {
    /// Everything that other partitions are owed; claims are not, they are made anew. Complexity: O(n log n) of
    /// reservations and guests.
    public func owedLetters() -> [Letter] {
        reservations.keys.sorted().compactMap { letter(ofReservation: $0) }
            + guests.keys.sorted().compactMap { letter(ofGuest: $0) }
    }

    /// Whether a letter is owed still; asked before each repetition. Complexity: O(1).
    public mutating func owes(_ subject: Letter.Subject) -> Bool {
        switch subject {
        case .reserve(let id): reservations[id]?.phase == .asked
        case .settle(let id, let version):
            reservations[id].map { $0.isUnsettled && $0.version == version } ?? false
        case .commit(let id): guests[id]?.phase == .accepting
        case .giveBack(let id): guests[id]?.phase == .returned
        case .claim(let agent, let number): agentNumbers[agent].map { claims[$0]?.number == number } ?? false
        }
    }

    /// Appends what the command under way made owed.
    mutating func writeLetters(into output: inout FloorOutput) {
        if touched.isEmpty, touchedGuests.isEmpty { return }
        for (place, id) in touched.enumerated() where !touched[..<place].contains(id) {
            if let letter = letter(ofReservation: id) { output.letters.append(letter) }
        }
        for (place, id) in touchedGuests.enumerated() where !touchedGuests[..<place].contains(id) {
            if let letter = letter(ofGuest: id) { output.letters.append(letter) }
        }
        forgetTouched()
    }

    mutating func forgetTouched() {
        if !touched.isEmpty { touched.removeAll(keepingCapacity: true) }
        if !touchedGuests.isEmpty { touchedGuests.removeAll(keepingCapacity: true) }
    }

    private func letter(ofReservation id: ReservationID) -> Letter? {
        guard let reservation = reservations[id] else { return nil }
        if reservation.phase == .asked, let slot = contacts.slot(of: reservation.contact) {
            let wish = Reserve(
                reservation: id, contact: contactView(slot), agent: reservation.agent, passedOver: passedOver(by: slot))
            return Letter(to: reservation.floor, .reserve(id), .reserve(wish))
        }
        guard reservation.isUnsettled, let standing = standing(of: reservation) else { return nil }
        return Letter(
            to: reservation.floor, .settle(id, version: reservation.version),
            .settle(Settle(reservation: id, version: reservation.version, standing: standing)))
    }

    private func standing(of reservation: Reservation) -> Settle.Standing? {
        if let over = reservation.over { return .over(over) }
        guard let slot = contacts.slot(of: reservation.contact) else { return nil }
        return .holding(contactView(slot))
    }

    private func letter(ofGuest id: ReservationID) -> Letter? {
        guard let guest = guests[id] else { return nil }
        switch guest.phase {
        case .offered, .held: return nil
        case .accepting: return Letter(to: id.partition, .commit(id), .commit(id, agent: guest.agent))
        case .returned:
            let back = GiveBack(reservation: id, agent: guest.agent, outcome: guest.outcome)
            return Letter(to: id.partition, .giveBack(id), .giveBack(back))
        }
    }

    /// Who may not be offered a contact now.
    private func passedOver(by slot: Int32) -> [AgentID] {
        let record = contacts[slot]
        var agents = agentID(record.asker).map { [$0] } ?? []
        guard !record.exclusions.isEmpty(at: lastTime) else { return agents }
        for place in 0..<4 {
            if let agent = agentID(record.exclusions.agents[place]) { agents.append(agent) }
        }
        return agents
    }
}

extension Floor {
    /// Reservations of this floor's contacts that another does not yet know to be over, rising. Complexity: O(n log n).
    public var reservationsKept: [ReservationID] { reservations.keys.sorted() }

    /// Reservations of other floors' contacts for agents of this one that take capacity, rising. Complexity: O(n log n).
    public var guestsInHand: [ReservationID] { guests.filter { $0.value.isInHand }.keys.sorted() }
}
