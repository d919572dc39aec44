import ContactCenter

extension HistoryChecker {
    /// An agent received an offer.
    mutating func check(_ offer: OfferSeen) {
        if let known = offerPlaces[offer.id] { return repeated(known, offer) }
        let contact = place(of: offer.contact)
        let agent = place(of: offer.agent)
        checkEnqueueTime(contact, offer.enqueuedAt)
        checkHolder(contact, offer)
        checkAvailability(agent, offer)
        checkCapacity(agent, contact, offer)
        offers.append(
            OfferRecord(
                seen: offer, contact: contact, agent: agent, line: line, configuration: configurations.count - 1,
                segment: report.restarts, streamLosses: agents[agent].streamLosses))
        offerPlaces[offer.id] = offers.count - 1
        contacts[contact].offers.append(offers.count - 1)
        agents[agent].openOffers.append(
            AgentRecord.Held(contact: contact, reservation: offer.id, channel: offer.channel, line: line, until: nil))
    }

    /// The same offer may be received again, after a restart or on a new stream; another one may not have its id.
    private mutating func repeated(_ place: Int, _ offer: OfferSeen) {
        let known = offers[place]
        if known.seen.contact != offer.contact || known.seen.agent != offer.agent {
            report.contacts.doubled += 1
            violated(
                .doubled,
                "offer \(offer.id) named contact \(known.seen.contact) for agent \(known.seen.agent) and later "
                    + "contact \(offer.contact) for agent \(offer.agent)", lines: [known.line, line])
        } else if known.outcome == nil, !agents[known.agent].openOffers.contains(where: { $0.reservation == offer.id })
        {
            agents[known.agent].openOffers.append(
                AgentRecord.Held(
                    contact: known.contact, reservation: offer.id, channel: offer.channel, line: line, until: nil))
        }
    }

    /// An offer that comes after the one its contact was accepted by, nothing having been sent to take the contact
    /// from its agent.
    private mutating func checkHolder(_ contact: Int, _ offer: OfferSeen) {
        let record = contacts[contact]
        guard let holding = record.holdingOffer, holding < offer.id, !record.mayWaitAgain else { return }
        if let holder = record.holder {
            violated(
                .offeredTwice,
                "contact \(offer.contact) was offered to agent \(offer.agent) while agent \(agents[holder].id) had it",
                lines: [record.heldLine, line])
        } else {
            violated(
                .afterEnd,
                "contact \(offer.contact) was offered to agent \(offer.agent) after an agent had accepted it",
                lines: [record.changedLine, line])
        }
    }

    private mutating func checkAvailability(_ agent: Int, _ offer: OfferSeen) {
        guard let since = agents[agent].unavailableLine, offer.position != nil else { return }
        violated(
            .ineligible, "contact \(offer.contact) was offered to agent \(offer.agent), who was not available",
            lines: [since, line])
    }

    private mutating func checkCapacity(_ agent: Int, _ contact: Int, _ offer: OfferSeen) {
        let now = time
        agents[agent].inHand.removeAll { held in held.until.map { $0 <= now } ?? false }
        guard let profile = configurations.last?.agent(offer.agent) else { return }
        let held = (agents[agent].inHand + agents[agent].openOffers).filter {
            $0.contact != contact && ($0.reservation < offer.id || $0.reservation.partition != offer.id.partition)
        }
        let limit = profile.limits[offer.channel]
        let widest = max(limit?.maximum ?? 0, agents[agent].widest[offer.channel] ?? 0)
        let alike = held.filter { $0.channel == offer.channel }
        if alike.count + 1 > widest, configurations.count == 1 {
            violated(
                .overCapacity,
                "agent \(offer.agent) was offered \(offer.channel.name) contact \(offer.contact) beyond a capacity of "
                    + "\(widest) with \(alike.count) in hand", lines: alike.map(\.line) + [line])
        }
        for other in held where excludes(profile, offer.channel, other.channel) && configurations.count == 1 {
            violated(
                .overCapacity,
                "agent \(offer.agent) was offered \(offer.channel.name) contact \(offer.contact) beside "
                    + "\(other.channel.name) contact \(contacts[other.contact].id), which excludes it",
                lines: [other.line, line])
        }
    }

    private func excludes(_ agent: ConfigurationInForce.Agent, _ offered: Channel, _ held: Channel) -> Bool {
        guard offered != held else { return false }
        if agent.limits[offered]?.interrupts.contains(held) ?? false { return false }
        return agent.limits[offered]?.excludes.contains(held) ?? false
            || agent.limits[held]?.excludes.contains(offered) ?? false
    }

    /// An agent was told that an offer ended.
    mutating func check(_ end: OfferEndSeen) {
        guard let place = offerPlaces[end.id] else {
            return violated(
                .owed, "the end of offer \(end.id) (\(end.outcome.name)) was told to its agent, the offer itself never",
                lines: [line])
        }
        endOffer(place, end.outcome, at: end.position)
    }

    mutating func endOffer(_ place: Int, _ outcome: OfferOutcome, at position: NoticePosition?) {
        offers[place].outcome = offers[place].outcome ?? outcome
        offers[place].endLine = offers[place].endLine ?? line
        if offers[place].segment == report.restarts {
            offers[place].endPosition = offers[place].endPosition ?? position
        }
        let id = offers[place].seen.id
        agents[offers[place].agent].openOffers.removeAll { $0.reservation == id }
    }

    /// Judges, of every two offers of one contact, whether they were open at once.
    mutating func checkOffersAtOnce() {
        for contact in contacts.indices where contacts[contact].offers.count > 1 {
            let places = contacts[contact].offers.sorted { offers[$0].seen.id < offers[$1].seen.id }
            for (earlier, later) in zip(places, places.dropFirst()) where wereOpenAtOnce(earlier, later) {
                let (first, second) = (offers[earlier], offers[later])
                violated(
                    .offeredTwice,
                    "contact \(first.seen.contact) was offered to agent \(second.seen.agent) (\(second.seen.id)) while "
                        + "its offer to agent \(first.seen.agent) (\(first.seen.id)) was open",
                    lines: [first.line, second.line])
            }
        }
    }

    /// Whether both were open at an instant. Where an agent of another partition is asked, two may be: the contact's
    /// partition takes the contact back before the agent has heard of it, and the agent's accept then comes too late.
    private func wereOpenAtOnce(_ earlier: Int, _ later: Int) -> Bool {
        let (first, second) = (offers[earlier], offers[later])
        guard isOwn(first), isOwn(second) else { return false }
        let taken = contacts[first.contact].firstTakenLine
        let isUntaken = taken == 0 || taken > second.line
        if first.outcome == .accepted, let end = first.endLine, second.line < end { return isUntaken }
        if let end = first.endPosition, let position = second.seen.position, first.segment == second.segment {
            return position < end
        }
        let isUntouched = first.endLine == nil && agents[first.agent].streamLosses == first.streamLosses
        return report.isComplete && isUntouched && isUntaken && second.seen.offeredAt < first.seen.deadline
    }
}
