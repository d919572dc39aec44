/// What each event changes.
extension Floor {
    /// Changes the state, and notes which contacts and agents may now find a partner.
    mutating func change(_ event: Event) {
        lastTime = max(lastTime, event.at)
        switch event.change {
        case .configured(let value): changeConfiguration(value, at: event.at)
        case .opened(let value): changeOpened(value, at: event.at)
        case .attributesUpdated(let value): changeAttributes(value, at: event.at)
        case .turnedAway(let queue):
            if let number = queueNumbers[queue] { queueRecords[Int(number)].figures.refused += 1 }
        case .widened(let id, let ring):
            changeContact(id, at: event.at) { $0.ring = UInt8(clamping: ring) }
        case .offered(let value): changeOffered(value, at: event.at)
        case .offerEnded(let value): changeOfferEnded(value, at: event.at)
        case .held(let id): changeState(id, .held, at: event.at)
        case .resumed(let id): changeState(id, .connected, at: event.at)
        case .requeued(let value): changeRequeued(value, at: event.at)
        case .handedOver(let value): changeHandedOver(value, at: event.at)
        case .wrapUpBegan(let id): changeState(id, .wrapUp, at: event.at)
        case .ended(let id, let reason, let disposition): changeEnded(id, reason, disposition, at: event.at)
        case .forgotten(let ids): changeForgotten(ids)
        case .availabilitySet(let agent, let state): changeAvailability(agent, state, at: event.at)
        case .nextAvailabilitySet(let agent, let state): changeAgent(agent, at: event.at) { $0.next = state }
        case .capacitySet(let value): changeCapacity(value, at: event.at)
        case .streamAttached(let agent, let incarnation):
            changeAgent(agent, at: event.at) { record in
                record.isAttached = true
                record.incarnation = incarnation
            }
        case .streamDetached(let agent):
            changeAgent(agent, at: event.at) { record in
                record.isAttached = false
                record.detachedAt = event.at
            }
        case .completed(let value): changeCompleted(value, at: event.at)
        case .asked(let value): changeAsked(value, at: event.at)
        case .reservationEnded(let id): changeReservationEnded(id, at: event.at)
        case .reservationConfirmed(let id, let version): changeConfirmed(id, version: version)
        case .reserveDeclined(let id): changeSeen(id)
        case .guestOffered(let value): changeGuestOffered(value, at: event.at)
        case .guestAccepted(let id): changeGuestAccepted(id, at: event.at)
        case .guestReturned(let id, let outcome): changeGuestReturned(id, outcome, at: event.at)
        case .guestConnected(let value), .guestChanged(let value): changeGuestHeld(value, at: event.at)
        case .guestGone(let value): changeGuestGone(value, at: event.at)
        case .guestForgotten(let id): changeGuestForgotten(id)
        case .diverted(let value): changeDiverted(value, at: event.at)
        case .sitesReviewed: changeSitesReviewed(at: event.at)
        case .sitesWeighed(let value): changeSitesWeighed(value)
        case .preferred(let id, let steps): changePreferred(id, steps, at: event.at)
        case .preferenceEnded(let id): changePreferenceEnded(id, at: event.at)
        case .customerKept(let customer): customers.keep(customer)
        case .customerForgotten(let id): customers.forget(id)
        case .customersLearned(let news): customers.learn(news)
        }
    }

    /// Changes a contact wherever it stands; if it waits afterwards, it looks for an agent.
    mutating func changeContact(_ id: ContactID, at now: Timestamp, _ body: (inout ContactRecord) -> Void) {
        guard let slot = contacts.slot(of: id) else { return }
        alter(slot, at: now, body)
        if contacts[slot].state == .queued { pendingContacts.append(slot) } else { renewReservation(of: slot) }
    }

    private mutating func changeState(_ id: ContactID, _ state: ContactState, at now: Timestamp) {
        changeContact(id, at: now) { record in
            record.state = state
            record.since = now
        }
    }

    /// Changes an agent; afterwards they look for contacts.
    mutating func changeAgent(_ id: AgentID, at now: Timestamp, _ body: (inout AgentRecord) -> Void) {
        guard let agent = agentNumbers[id] else { return }
        body(&agentRecords[Int(agent)])
        refreshAgent(agent, at: now)
        pendingAgents.append(agent)
    }

    private mutating func changeCompleted(_ value: Event.Completed, at now: Timestamp) {
        results.insert(value.command, ResultWindow.Stored(fingerprint: value.fingerprint, result: value.result))
        results.drop(before: Timestamp(microseconds: now.microseconds - limits.commandWindow))
        noteAccept(value.command, value.result)
    }

    private mutating func changeForgotten(_ ids: [ContactID]) {
        for id in ids {
            guard let slot = contacts.slot(of: id), contacts[slot].state == .ended else { continue }
            contactCounts[.ended] -= 1
            if !sites.choices.isEmpty { sites.choices[id] = nil }
            sessions.remove(contacts[slot].session)
            requirements.release(contacts[slot].requirement)
            if !diversions.isEmpty { diversions[id] = nil }
            contacts.remove(slot)
        }
        while let first = ended.first, contacts.slot(of: first) == nil { ended.removeFirst() }
    }
}
