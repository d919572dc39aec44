/// How an agent's contacts, and what follows from them, are kept.
extension AgentRecord {
    /// Notes a contact that is offered to the agent or in hand.
    mutating func take(_ slot: Int32, _ channel: Channel, _ state: ContactState) {
        contacts.append(slot)
        load[channel] &+= 1
        count(state, by: 1)
    }

    /// Forgets a contact that ``take(_:_:_:)`` noted in this state.
    mutating func drop(_ slot: Int32, _ channel: Channel, _ state: ContactState) {
        contacts.removeOnce(slot)
        load[channel] &-= 1
        count(state, by: -1)
    }

    /// Notes a contact of another partition that is offered to the agent or in hand.
    mutating func take(_ id: ReservationID, _ guest: Guest) {
        guests.append(id)
        load[guest.contact.channel] &+= 1
        count(guest, by: 1)
    }

    /// Forgets a guest that ``take(_:_:)`` noted as it is.
    mutating func drop(_ id: ReservationID, _ guest: Guest) {
        guests.removeOnce(id)
        load[guest.contact.channel] &-= 1
        count(guest, by: -1)
    }

    private mutating func count(_ guest: Guest, by step: Int) {
        switch guest.phase {
        case .offered: count(.offered, by: step)
        case .accepting: acceptingCount += step
        case .held: count(guest.contact.state, by: step)
        case .returned: break
        }
    }

    private mutating func count(_ state: ContactState, by step: Int) {
        switch state {
        case .offered: offeredCount += step
        case .connected: connectedCount += step
        case .held: heldCount += step
        case .wrapUp: wrapUpCount += step
        case .queued, .ended, .scheduled, .dialing: break
        }
    }

    /// Notes when work state and business begin and end.
    mutating func followContacts(at now: Timestamp) {
        if isBusy != wasBusy {
            if isBusy { busySince = now } else { busyTime += busySince.microseconds(to: now) }
            wasBusy = isBusy
        }
        if work != lastWork {
            lastWork = work
            since = now
        }
    }

    /// Notes what counts of the agent now, and tells what did before.
    mutating func renewPresence() -> (before: Presence, after: Presence) {
        let before = presence
        presence = currentPresence
        return (before, presence)
    }

    /// Takes a place behind all others who are idle.
    mutating func becomeIdle(rank: UInt64, at now: Timestamp) {
        idleRank = rank
        let staffed = signedInAt.microseconds(to: now)
        let busy = wasBusy ? busyTime + busySince.microseconds(to: now) : busyTime
        let share = staffed > 0 ? Double(busy) / Double(staffed) : 0
        occupancy = UInt32(max(0, min(1, share)) * 1_000_000)
    }

    /// Makes the limits in force from those of the profile and those set for the agent.
    mutating func resolveMaximum() {
        maximum = limits.maximum
        for channel in Channel.allCases {
            if let count = override[channel] { maximum[channel] = UInt8(clamping: count) }
        }
    }
}
