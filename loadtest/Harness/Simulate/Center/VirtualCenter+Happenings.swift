import ContactCenter
import Wire

/// What happens, one thing after the other.
extension VirtualCenter {
    mutating func happen(_ happening: Happening) {
        switch happening {
        case .arrival(let arrival):
            planArrival()
            open(arrival)
        case .patienceOver(let contact):
            if waits(contact) { carryOut(.abandon(contact), at: Int(contact.partition)) }
        case .offerAnswered(let offer, let site): answer(offer, at: site)
        case .handled(let contact): carryOut(.complete(contact), at: Int(contact.partition))
        case .wrapUpOver(let contact):
            let end = FinishWrapUp(contact: contact, disposition: disposition)
            carryOut(.finishWrapUp(end), at: Int(contact.partition))
        case .letter(let letter, let site): deliver(letter, from: site)
        case .reply(let body, let site): carryOut(body, at: site)
        case .telling(let site): tell(site)
        case .summary(let summary, let site):
            sites[site].heard.append(summary)
            planRound(site, at: max(time, sites[site].lastRound + Self.roundPace))
        case .round(let site): learn(site)
        case .timer(let site):
            sites[site].timer = .max
            carryOut(.advance, at: site)
            planTimer(site)
        }
    }

    /// A contact comes in.
    private mutating func open(_ arrival: VirtualArrival) {
        let (contact, template) = (arrival.contact, arrival.contact.opening)
        let counts = time >= warmUp
        let opening = OpenContact(
            channel: template.channel, queue: template.queue, attributes: template.attributes,
            requirement: template.requirement.flatMap { try? Requirement(parsing: $0) }, priority: template.priority)
        let result = carryOut(.openContact(opening), at: arrival.site)
        if counts { figures.contacts += 1 }
        guard case .done(.opened(let id, _)) = result else {
            if counts { figures.turnedAway += 1 }
            return
        }
        sites[arrival.site].contacts.append(
            VirtualContact(
                at: time, handling: contact.handling, wrapUp: contact.wrapUp, counts: counts,
                threshold: thresholds[template.queue] ?? 0))
        if counts { waiting += 1 }
        if let patience = contact.patience { agenda.add(.patienceOver(id), at: time + patience) }
    }

    private func waits(_ contact: ContactID) -> Bool {
        sites[Int(contact.partition)].contacts[Int(contact.count) - 1].waits
    }

    /// An agent is offered a contact, and will answer, or not.
    mutating func planAnswer(to offer: OfferView, at site: Int) {
        if behaviour.ignore > 0, random.share() < behaviour.ignore { return }
        let answer = random.exponential(behaviour.answer.inSeconds)
        agenda.add(.offerAnswered(offer.id, at: site), at: time + journal + Int64(answer * 1_000_000))
    }

    private mutating func answer(_ offer: ReservationID, at site: Int) {
        let rejects = behaviour.reject > 0 && random.share() < behaviour.reject
        carryOut(rejects ? .reject(offer) : .accept(offer), at: site)
    }

    /// An agent of a site has a contact, and will be done with it; the contact's own site is to hear of that.
    mutating func planEnd(of contact: ContactID, at site: Int) {
        let home = Int(contact.partition)
        let handling = sites[home].contacts[Int(contact.count) - 1].handling
        agenda.add(.handled(contact), at: time + journal + handling + (home == site ? 0 : delay))
    }

    private mutating func deliver(_ letter: Letter, from site: Int) {
        let result = carryOut(letter.body, at: Int(letter.to))
        if case .claim = letter.subject, result == .done(.claimed(false)), time >= warmUp { figures.claimsInVain += 1 }
        let back = time + journal + delay
        if let reply = letter.reply(result) {
            agenda.add(.reply(reply, to: site), at: back)
        } else if sites[site].floor.owes(letter.subject) {
            agenda.add(.letter(letter, from: site), at: back + journal + delay)
        }
    }

    private mutating func tell(_ site: Int) {
        sites[site].isToTell = false
        let summary = sites[site].floor.summary()
        guard summary != sites[site].told else { return }
        sites[site].told = summary
        sites[site].toldAt = time
        if time >= warmUp { figures.summaries += 1 }
        for other in sites.indices where other != site { agenda.add(.summary(summary, to: other), at: time + delay) }
    }

    private mutating func learn(_ site: Int) {
        guard sites[site].roundAt == time else { return }
        sites[site].roundAt = .max
        sites[site].lastRound = time
        for summary in sites[site].heard { sites[site].floor.learn(summary) }
        sites[site].heard.removeAll(keepingCapacity: true)
        carryOut(.seek, at: site)
        planRound(site, at: time + Self.longestRound)
    }

    /// Counts what a command came to at a site.
    mutating func note(_ events: [Event], at site: Int) {
        for event in events {
            switch event.change {
            case .offerEnded(let value) where value.outcome == .accepted: noteAnswered(value.contact, at: site)
            case .ended(let contact, let reason, _): noteEnded(contact, reason, at: site)
            case .wrapUpBegan(let contact):
                let wrapUp = sites[site].contacts[Int(contact.count) - 1].wrapUp
                agenda.add(.wrapUpOver(contact), at: time + journal + wrapUp)
            case .guestOffered where time >= warmUp: figures.offersAcross += 1
            case .guestConnected where time >= warmUp: figures.answeredAcross += 1
            case .reservationEnded where time >= warmUp: figures.askedInVain += 1
            default: break
            }
        }
    }

    private mutating func noteAnswered(_ id: ContactID, at site: Int) {
        let contact = sites[site].contacts[Int(id.count) - 1]
        guard contact.waits else { return }
        sites[site].contacts[Int(id.count) - 1].waits = false
        guard contact.counts else { return }
        noteWait(of: contact)
        figures.answered += 1
        figures.answeredWaitSeconds += Double(time - contact.at) / 1_000_000
        figures.busySeconds += Double(contact.handling + contact.wrapUp) / 1_000_000
        if time - contact.at <= contact.threshold { figures.answeredInTime += 1 }
    }

    private mutating func noteEnded(_ id: ContactID, _ reason: EndReason, at site: Int) {
        let contact = sites[site].contacts[Int(id.count) - 1]
        guard contact.waits else { return }
        sites[site].contacts[Int(id.count) - 1].waits = false
        guard contact.counts else { return }
        noteWait(of: contact)
        if reason == .abandoned { figures.abandoned += 1 } else { figures.turnedAway += 1 }
    }

    private mutating func noteWait(of contact: VirtualContact) {
        waiting -= 1
        figures.waitSeconds += Double(time - contact.at) / 1_000_000
        if time > contact.at { figures.delayed += 1 }
    }
}
