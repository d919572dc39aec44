extension Floor {
    func checkReservations(_ problems: inout [String]) {
        var reserved = 0
        contacts.forEach { slot in
            guard contacts[slot].isReserved else { return true }
            reserved += 1
            let (id, state) = (contacts[slot].offer, contacts[slot].state)
            guard let reservation = reservations[id], reservation.contact == contacts[slot].id else {
                problems.append("\(contacts[slot].id) has a reservation \(id) that does not know it")
                return true
            }
            let fits =
                switch reservation.phase {
                case .asked: state == .queued
                case .offered: state == .offered
                case .held: contacts[slot].isInHand
                case .over: false
                }
            if !fits { problems.append("\(contacts[slot].id) is \(state.name), its reservation \(reservation.phase)") }
            return true
        }
        var open = 0
        for (id, reservation) in reservations {
            if reservation.phase != .over { open += 1 }
            if reservation.phase == .over, !reservation.isUnsettled { problems.append("reservation \(id) is kept") }
            if (reservation.over != nil) != (reservation.phase == .over) {
                problems.append("reservation \(id) is \(reservation.phase) and over")
            }
        }
        if open != reserved { problems.append("\(open) reservations are open, for \(reserved) contacts") }
        checkGuests(&problems)
    }

    private func checkGuests(_ problems: inout [String]) {
        for (id, guest) in guests {
            if !hasSeen(id) { problems.append("guest \(id) was never seen") }
            let holder = agentNumbers[guest.agent].map { agentRecords[Int($0)].guests.contains(id) } ?? false
            if holder != guest.isInHand { problems.append("guest \(id) is \(guest.phase), kept wrongly") }
        }
        let held = agentRecords.reduce(0) { $0 + $1.guests.count }
        let known = guests.values.count { $0.isInHand }
        if held != known { problems.append("agents have \(held) guests, known are \(known)") }
    }
}
