/// Whether an event of a journal fits the floor that it is to change.
///
/// The events that a floor made fit it again, one after another. When some are missing, or were made by something
/// else, the first that tells so is found here, before anything is changed.
extension Floor {
    /// The last instant of the year 9999: no event happens later.
    private static let latest = Timestamp(microseconds: 253_402_300_799_999_999)

    /// Why an event cannot be applied to this floor; nil when it can. After nil, ``apply(_:)`` never traps.
    public func objection(to event: Event) -> String? {
        if event.at < lastTime { return "it happened before the event before it" }
        if event.at > Self.latest { return "it happened after the year 9999" }
        switch event.change {
        case .configured(let value): return objection(to: value)
        case .opened(let value): return objection(to: value)
        case .attributesUpdated(let value):
            return objection(to: value.contact, in: ContactState.allCases.filter { $0 != .ended })
        case .turnedAway(let queue): return objection(to: queue)
        case .widened(let id, let ring): return objection(to: id, in: [.queued]) ?? objection(toRing: ring, of: id)
        case .offered(let value): return objection(to: value)
        case .offerEnded(let value): return objection(to: value)
        case .held(let id): return objection(to: id, in: [.connected])
        case .resumed(let id): return objection(to: id, in: [.held])
        case .requeued(let value):
            return objection(to: value.contact, in: [.queued, .connected, .held]) ?? objection(to: value.queue)
                ?? objection(to: value.from) ?? objection(to: value.addressee)
        case .handedOver(let value): return objection(to: value)
        case .wrapUpBegan(let id): return objection(to: id, in: [.connected, .held])
        case .ended(let id, _, _):
            return objection(to: id, in: [.queued, .connected, .held, .wrapUp, .scheduled, .dialing])
        case .diverted(let value): return objection(to: value)
        case .forgotten(let ids):
            for id in ids {
                if let objection = objection(to: id, in: [.ended]) { return objection }
            }
            return nil
        case .availabilitySet(let agent, _), .nextAvailabilitySet(let agent, _), .streamAttached(let agent, _),
            .streamDetached(let agent):
            return objection(to: agent)
        case .capacitySet(let value): return objection(to: value.agent)
        case .sitesWeighed(let value): return objection(to: value.contact, in: [.queued])
        case .preferred(let id, _): return objection(to: id, in: [.queued])
        case .preferenceEnded(let id):
            return objection(to: id, in: [.queued])
                ?? (preferences[id] == nil ? "contact \(id) waits for nobody in particular" : nil)
        case .customersLearned(let news):
            guard !customers.isFitting(news) else { return nil }
            return "changes of customers are missing before those of floor \(news.floor)"
        case .customerKept, .customerForgotten, .completed, .sitesReviewed: return nil
        default: return objectionBetweenPartitions(to: event.change)
        }
    }

    func objection(to contact: ContactID, in states: [ContactState]) -> String? {
        guard let slot = contacts.slot(of: contact) else { return "there is no contact \(contact)" }
        let state = contacts[slot].state
        guard !states.contains(state) else { return nil }
        return "contact \(contact) is \(state.name), not \(states.map(\.name).joined(separator: " or "))"
    }

    private func objection(to agent: AgentID?) -> String? {
        guard let agent, agentNumbers[agent] == nil else { return nil }
        return "there is no agent \(agent)"
    }

    func objection(to queue: QueueID) -> String? {
        queueNumbers[queue] == nil ? "there is no queue \(queue)" : nil
    }

    private func objection(toRing ring: Int, of contact: ContactID) -> String? {
        guard let slot = contacts.slot(of: contact) else { return nil }
        let rings = queueRecords[Int(contacts[slot].queue)].configuration.rings.count
        return (1...max(1, rings)).contains(ring) ? nil : "the queue of contact \(contact) has no ring \(ring)"
    }

    private func objection(to value: Event.Configured) -> String? {
        // A partition that learns versions from another may pass some over.
        guard value.version > configurationVersion else {
            return "version \(value.version) of the configuration does not follow version \(configurationVersion)"
        }
        do throws(Refusal) { try checkRemovals(by: value.configuration) } catch { return error.message }
        return nil
    }

    private func objection(to value: Event.Opened) -> String? {
        guard value.contact == ContactID(partition: partition, count: contactsGiven + 1) else {
            return "\(value.contact) does not follow the \(contactsGiven) contacts before"
        }
        guard
            value.session == SessionID(partition: partition, count: sessionsGiven + 1)
                || value.session.partition == partition && sessions.contacts(of: value.session) > 0
        else { return "there is no session \(value.session), and it does not follow the \(sessionsGiven) before" }
        if let original = value.consultationOf,
            let objection = objection(to: original, in: [.connected, .held])
        {
            return objection
        }
        return objection(to: value.queue) ?? objection(to: value.preferredAgent) ?? objection(to: value.addressee)
    }

    private func objection(to value: Event.Offered) -> String? {
        if let reservation = reservations[value.offer] {
            guard reservation.phase == .asked, reservation.contact == value.contact else {
                return "reservation \(value.offer) is \(reservation.phase), or for another contact"
            }
        } else if value.offer != ReservationID(partition: partition, count: offersGiven + 1) {
            return "\(value.offer) does not follow the \(offersGiven) offers before"
        }
        return objection(to: value.contact, in: [.queued]) ?? objection(to: value.agent)
    }

    private func objection(to value: Event.OfferEnded) -> String? {
        guard let slot = contacts.slot(of: value.contact) else { return "there is no contact \(value.contact)" }
        guard contacts[slot].state == .offered, contacts[slot].offer == value.offer else {
            return "offer \(value.offer) is not open"
        }
        guard agentID(contacts[slot].agent) == value.agent else {
            return "offer \(value.offer) was not made to agent \(value.agent)"
        }
        return nil
    }

    private func objection(to value: Event.HandedOver) -> String? {
        let inHand: [ContactState] = [.connected, .held]
        if let objection = objection(to: value.contact, in: inHand) ?? objection(to: value.consultation, in: inHand) {
            return objection
        }
        guard let original = contacts.slot(of: value.contact), let other = contacts.slot(of: value.consultation),
            contacts[original].consultation == value.consultation.rawValue
        else { return "\(value.consultation) is no consultation about contact \(value.contact)" }
        guard agentID(contacts[original].agent) == value.from, agentID(contacts[other].agent) == value.to else {
            return "contact \(value.contact) is not with agent \(value.from), or its consultation not with \(value.to)"
        }
        return nil
    }
}
