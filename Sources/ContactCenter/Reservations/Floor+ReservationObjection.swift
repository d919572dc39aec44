/// Whether an event between partitions fits the floor that it is to change.
extension Floor {
    func objectionBetweenPartitions(to change: Event.Change) -> String? {
        switch change {
        case .asked(let value): objection(to: value)
        case .reservationEnded(let id): objection(toReservation: id, in: [.asked])
        case .reservationConfirmed(let id, let version):
            objection(toReservation: id, in: [.offered, .held, .over]) ?? objection(to: version, of: id)
        case .reserveDeclined(let id): objection(toUnseen: id)
        case .guestOffered(let value):
            objection(toUnseen: value.reservation) ?? objection(toAgent: value.agent)
        case .guestAccepted(let id): objection(toGuest: id, in: [.offered])
        case .guestReturned(let id, let outcome):
            objection(toGuest: id, in: [.offered]) ?? (outcome == .accepted ? "what was accepted is not returned" : nil)
        case .guestConnected(let value):
            objection(toGuest: value.reservation, in: [.accepting]) ?? objection(to: value)
        case .guestChanged(let value): objection(toGuest: value.reservation, in: [.held]) ?? objection(to: value)
        case .guestGone(let value): objection(toGuest: value.reservation, in: [.offered, .accepting, .held])
        case .guestForgotten(let id): objection(toGuest: id, in: [.returned])
        default: nil
        }
    }

    private func objection(to value: Event.Asked) -> String? {
        guard value.reservation == ReservationID(partition: partition, count: offersGiven + 1) else {
            return "\(value.reservation) does not follow the \(offersGiven) offers before"
        }
        guard value.floor != partition else { return "a partition does not ask itself" }
        guard let slot = contacts.slot(of: value.contact), contacts[slot].state == .queued else {
            return "contact \(value.contact) does not wait"
        }
        return contacts[slot].isReserved ? "contact \(value.contact) is asked for already" : nil
    }

    private func objection(toReservation id: ReservationID, in phases: [Reservation.Phase]) -> String? {
        guard let reservation = reservations[id] else { return "there is no reservation \(id)" }
        return phases.contains(reservation.phase) ? nil : "reservation \(id) is \(reservation.phase)"
    }

    private func objection(to version: Int, of id: ReservationID) -> String? {
        guard let reservation = reservations[id] else { return nil }
        let isNext = version > reservation.confirmed && version <= reservation.version
        return isNext ? nil : "reservation \(id) has no version \(version) to be confirmed"
    }

    private func objection(toUnseen id: ReservationID) -> String? {
        guard id.partition != partition else { return "reservation \(id) is of this partition" }
        return hasSeen(id) ? "reservation \(id) was answered before" : nil
    }

    private func objection(toAgent id: AgentID) -> String? {
        agentNumbers[id] == nil ? "there is no agent \(id)" : nil
    }

    private func objection(toGuest id: ReservationID, in phases: [Guest.Phase]) -> String? {
        guard let guest = guests[id] else { return "there is no guest by reservation \(id)" }
        return phases.contains(guest.phase) ? nil : "guest \(id) is \(guest.phase)"
    }

    private func objection(to value: Event.GuestHeld) -> String? {
        guard let guest = guests[value.reservation], value.version <= guest.version else { return nil }
        return "guest \(value.reservation) is known at version \(guest.version)"
    }
}
