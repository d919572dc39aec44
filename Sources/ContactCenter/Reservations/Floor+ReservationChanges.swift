/// What happens to reservations of contacts of this partition: they follow their contacts.
extension Floor {
    mutating func changeAsked(_ value: Event.Asked, at now: Timestamp) {
        guard let slot = contacts.slot(of: value.contact), contacts[slot].state == .queued, !contacts[slot].isReserved
        else { return }
        offersGiven = max(offersGiven, value.reservation.count)
        reservations[value.reservation] = Reservation(
            contact: value.contact, floor: value.floor, agent: value.agent)
        contacts[slot].isReserved = true
        contacts[slot].offer = value.reservation
        contacts[slot].offerDeadline = value.deadline
        setTimer(slot, at: now)
        touched.append(value.reservation)
    }

    /// Nobody is asked for any more; the contact, which waits, looks again.
    mutating func changeReservationEnded(_ id: ReservationID, at now: Timestamp) {
        guard let reservation = reservations[id], reservation.phase == .asked,
            let slot = contacts.slot(of: reservation.contact), contacts[slot].state == .queued
        else { return }
        closeReservation(id)
        contacts[slot].isReserved = false
        contacts[slot].offer = ReservationID(rawValue: 0)
        setTimer(slot, at: now)
        pendingContacts.append(slot)
    }

    mutating func changeConfirmed(_ id: ReservationID, version: Int) {
        guard var reservation = reservations[id] else { return }
        reservation.confirmed = max(reservation.confirmed, min(version, reservation.version))
        let isDone = reservation.phase == .over && !reservation.isUnsettled
        reservations[id] = isDone ? nil : reservation
    }

    /// The reservation was accepted: the answer tells its first version.
    mutating func connectReservation(_ id: ReservationID) {
        reservations[id]?.phase = .held
        reservations[id]?.version = 1
        reservations[id]?.confirmed = 1
    }

    /// Ends a reservation; what names it is for the caller to change.
    mutating func closeReservation(
        _ id: ReservationID, _ outcome: OfferOutcome = .rescinded, end: EndReason? = nil
    ) {
        guard var reservation = reservations[id], reservation.phase != .over else { return }
        reservation.over = Settle.Over(outcome: reservation.phase == .held ? .accepted : outcome, end: end)
        reservation.phase = .over
        reservation.version += 1
        reservations[id] = reservation
        touched.append(id)
    }

    /// Another contact goes on in a reservation that has just been closed: the one that was consulted about.
    mutating func continueReservation(_ id: ReservationID, with contact: ContactID) {
        reservations[id]?.contact = contact
        reservations[id]?.phase = .held
        reservations[id]?.over = nil
    }

    /// Tells the agent's partition of a change of a contact that an agent elsewhere has.
    @inline(__always)
    mutating func renewReservation(of slot: Int32) {
        if contacts[slot].isReserved { renewReservation(contacts[slot].offer) }
    }

    private mutating func renewReservation(_ id: ReservationID) {
        guard reservations[id]?.phase == .held else { return }
        reservations[id]?.version += 1
        touched.append(id)
    }
}
