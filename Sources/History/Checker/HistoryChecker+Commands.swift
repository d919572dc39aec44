import ContactCenter

extension HistoryChecker {
    /// A command is about to be sent: what it may change is no longer certain.
    mutating func check(_ invocation: Invocation) {
        let isRepeated = invocations[invocation.number] != nil || openedBy[invocation.number] != nil
        guard !isRepeated else { return }
        invocations[invocation.number] = (invocation.verb, line, time)
        switch invocation.verb {
        case .open: unansweredOpenings.insert(invocation.number)
        case .accept(let reservation), .reject(let reservation): answering(reservation, invocation)
        case .setAvailability(let agent, _, _), .signIn(let agent), .signOut(let agent):
            let place = place(of: agent)
            agents[place].pendingAvailability += 1
            agents[place].unavailableLine = nil
        case .setCapacity(let agent, let maximum):
            let place = place(of: agent)
            for (channel, count) in maximum { agents[place].widest[channel, default: 0].raise(to: count) }
        default:
            if let contact = invocation.verb.contact { changing(place(of: contact), invocation) }
        }
    }

    private mutating func answering(_ reservation: ReservationID, _ invocation: Invocation) {
        guard let offer = offerPlaces[reservation] else { return }
        let agent = offers[offer].agent
        agents[agent].openOffers.removeAll { $0.reservation == reservation }
        if case .accept = invocation.verb { changing(offers[offer].contact, invocation) }
    }

    private mutating func changing(_ contact: Int, _ invocation: Invocation) {
        let leaves = invocation.verb.leaves(wrapUp: wrapUp(contact))
        contacts[contact].pending.append(ContactRecord.Pending(number: invocation.number, leaves: leaves ?? []))
        if invocation.verb.mayTakeAway {
            release(contact)
            contacts[contact].takenLine = line
            if contacts[contact].firstTakenLine == 0 { contacts[contact].firstTakenLine = line }
        }
        if invocation.verb.mayQueueAgain { contacts[contact].mayWaitAgain = true }
        switch invocation.verb {
        case .transferToQueue(_, let queue, let requirement):
            contacts[contact].isMoved = true
            contacts[contact].movedRequirements.append(.init(queue: queue, requirement: requirement))
        case .transferToAgent:
            contacts[contact].isMoved = true
            contacts[contact].isDirect = true
        case .updateAttributes: contacts[contact].isMoved = true
        case .callback: contacts[contact].callbacks += 1
        default: break
        }
    }

    /// The agent who has the contact may no longer have it.
    private mutating func release(_ contact: Int) {
        guard let holder = contacts[contact].holder else { return }
        agents[holder].inHand.removeAll { $0.contact == contact }
        contacts[contact].holder = nil
    }

    /// A command was answered.
    mutating func check(_ outcome: InvocationOutcome) {
        if let opened = openedBy[outcome.number] { return openedAgain(opened, outcome) }
        guard let (verb, sent, sentTime) = invocations[outcome.number] else { return }
        if case .unknown = outcome.result { return }
        invocations[outcome.number] = nil
        if case .open(let opening) = verb { return check(opening, sent: sent, outcome) }
        let contact = subject(of: verb)
        if let contact { contacts[contact].pending.removeAll { $0.number == outcome.number } }
        switch outcome.result {
        case .ok: carriedOut(verb, contact, sent: sent, sentTime: sentTime)
        case .failed(let code): refused(verb, contact, sent: sent, code: code)
        case .unknown: break
        }
    }

    private func subject(of verb: Invocation.Verb) -> Int? {
        switch verb {
        case .accept(let reservation), .reject(let reservation): offerPlaces[reservation].map { offers[$0].contact }
        default: verb.contact.flatMap { contactPlaces[$0] }
        }
    }

    private mutating func carriedOut(_ verb: Invocation.Verb, _ contact: Int?, sent: Int, sentTime: Int64) {
        switch verb {
        case .accept(let reservation):
            if let contact, let offer = offerPlaces[reservation] { accepted(offer, contact, verb, sent: sent) }
        case .reject(let reservation):
            if let offer = offerPlaces[reservation] { endOffer(offer, .rejected, at: nil) }
        case .setAvailability(let agent, let state, let later):
            acknowledged(later ? nil : state, of: agent)
        case .signOut(let agent): acknowledged(.offline, of: agent)
        case .signIn(let agent): acknowledged(nil, of: agent)
        case .setCapacity, .open, .updateAttributes: break
        default:
            if let contact { moved(contact, verb, sent: sent, sentTime: sentTime) }
        }
    }

    private mutating func acknowledged(_ state: AvailabilityState?, of agent: AgentID) {
        let place = place(of: agent)
        agents[place].pendingAvailability -= 1
        agents[place].availability = agents[place].pendingAvailability == 0 ? state : nil
        agents[place].availabilityLine = line
    }

    private mutating func accepted(_ offer: Int, _ contact: Int, _ verb: Invocation.Verb, sent: Int) {
        endOffer(offer, .accepted, at: nil)
        let agent = offers[offer].agent
        let seen = offers[offer].seen
        if let holder = contacts[contact].holder, holder != agent, contacts[contact].takenLine < sent {
            violated(
                .connectedTwice,
                "contact \(seen.contact) was connected to agent \(seen.agent) while agent \(agents[holder].id) had it",
                lines: [contacts[contact].heldLine, sent, line])
        }
        contacts[contact].isAnswered = true
        moved(contact, verb, sent: sent, sentTime: time)
        contacts[contact].holdingOffer = seen.id
        // A consultation is not opened by a command of its own, and ends with commands about what it consults on.
        guard contacts[contact].opening != nil, contacts[contact].conceivable == .connected,
            contacts[contact].takenLine < sent
        else { return }
        release(contact)
        contacts[contact].holder = agent
        contacts[contact].heldLine = line
        agents[agent].inHand.append(
            AgentRecord.Held(contact: contact, reservation: seen.id, channel: seen.channel, line: line, until: nil))
    }

    /// A contact changed its state for certain, some time since the command was sent.
    private mutating func moved(_ contact: Int, _ verb: Invocation.Verb, sent: Int, sentTime: Int64) {
        guard let done = verb.leaves(wrapUp: wrapUp(contact)) else { return }
        let leaves = contacts[contact].isCalledBack && done != .ended ? .anything : done
        let isAlone = sent > contacts[contact].changedLine && contacts[contact].pending.isEmpty
        if let ended = contacts[contact].endedLine, sent > ended {
            violated(
                .afterEnd,
                "\(verb.name) of contact \(contacts[contact].id) was carried out after the contact had ended",
                lines: [ended, sent, line])
        } else if isAlone, let from = verb.possibleFrom, contacts[contact].possible.isDisjoint(with: from) {
            stateWasLost(contact, verb, sent)
        }
        if isAlone {
            contacts[contact].possible = leaves
        } else if contacts[contact].mayWaitAgain {
            contacts[contact].possible.formUnion(leaves)
        } else {
            contacts[contact].possible = contacts[contact].possible.advanced(by: leaves)
        }
        contacts[contact].changedLine = line
        if case .abandon = verb { contacts[contact].hasLeft = true }
        settle(contact)
        if case .complete = verb, isAlone, leaves != .ended { wrapUpBegan(contact, sentTime) }
    }

    /// A contact that its customer left, and that no agent can have accepted, has ended.
    private mutating func settle(_ contact: Int) {
        let record = contacts[contact]
        let mayBeAccepted = record.isAnswered || record.mayWaitAgain || !record.pending.isEmpty
        if record.hasLeft, !mayBeAccepted {
            contacts[contact].possible = .ended
            contacts[contact].isAbandoned = true
        }
        if contacts[contact].conceivable == .ended { contacts[contact].endedLine = record.endedLine ?? line }
    }

    private mutating func stateWasLost(_ contact: Int, _ verb: Invocation.Verb, _ sent: Int) {
        let record = contacts[contact]
        if case .accept = verb, record.holder != nil { return }
        if record.opening == nil { return }
        lost(
            contact,
            "\(verb.name) of contact \(record.id) was carried out though it was acknowledged as \(record.possible.names)",
            lines: [record.changedLine, sent, line])
    }

    /// Wrap-up takes capacity too, until it is ended or its limit is reached.
    private mutating func wrapUpBegan(_ contact: Int, _ sentTime: Int64) {
        guard let reservation = contacts[contact].holdingOffer, let offer = offerPlaces[reservation] else { return }
        let until: Int64? =
            switch wrapUp(contact) {
            case .none: nil
            case .limited(let span): end(of: span, from: sentTime)
            case .unknown: 0
            }
        let agent = offers[offer].agent
        contacts[contact].holder = agent
        agents[agent].inHand.append(
            AgentRecord.Held(
                contact: contact, reservation: reservation, channel: offers[offer].seen.channel, line: line,
                until: until))
    }

    private mutating func refused(_ verb: Invocation.Verb, _ contact: Int?, sent: Int, code: String) {
        switch verb {
        case .setAvailability(let agent, _, _), .signIn(let agent), .signOut(let agent):
            agents[place(of: agent)].pendingAvailability -= 1
        case .callback: if let contact { contacts[contact].callbacks -= 1 }
        default: break
        }
        if let contact { settle(contact) }
        let saysGone = code == Refusal.Code.wrongState.name || code == Refusal.Code.notFound.name
        guard saysGone, let contact, contacts[contact].opening != nil, contacts[contact].pending.isEmpty,
            sent > contacts[contact].changedLine
        else { return }
        let isFromHand = verb.possibleFrom.map { $0.isSubset(of: .inHand.union(.wrapUp)) } ?? false
        guard isFromHand, let from = verb.possibleFrom, contacts[contact].possible.isSubset(of: from),
            contacts[contact].possible.isDisjoint(with: .waiting)
        else { return }
        lost(
            contact,
            "\(verb.name) of contact \(contacts[contact].id) was refused (\(code)) though it was acknowledged as "
                + contacts[contact].possible.names,
            lines: [contacts[contact].changedLine, sent, line])
        contacts[contact].possible = .anything
    }
}

extension Int {
    /// Makes it at least `bound`.
    fileprivate mutating func raise(to bound: Int) { self = Swift.max(self, bound) }
}
