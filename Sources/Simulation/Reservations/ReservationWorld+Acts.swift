import ContactCenter
import Wire

/// What agents, customers and administrators do.
extension ReservationWorld {
    /// Every agent signs in, is reachable, and available.
    mutating func openShifts() {
        for agent in agents {
            guard let home = homes[agent] else { continue }
            if owners[home].floor.agent(agent)?.availability == .offline { _ = handle(.signIn(agent), at: home) }
            if owners[home].floor.agent(agent)?.isReachable == false {
                _ = handle(.attachStream(agent, incarnation: random.next()), at: home)
            }
            _ = handle(.setAvailability(SetAvailability(agent: agent, state: .available)), at: home)
        }
    }

    /// Somebody does something, most often something sensible.
    mutating func act() {
        switch random.below(100) {
        case 0..<14: open()
        case 14..<44: answer()
        case 44..<64: work()
        case 64..<68: change()
        case 68..<72: leave()
        case 72..<78: callBack()
        default: if settings.sabotage == .freedAccept { freeAccept() }
        }
    }

    /// An agent's partition loses patience with an accept that it has forwarded.
    private mutating func freeAccept() {
        for agent in agents {
            guard let home = homes[agent] else { continue }
            for offer in owners[home].floor.agent(agent)?.offers ?? []
            where Int(offer.partition) != home && owners[home].acceptance(of: offer) == .forwarded {
                let over = CommandAnswer.over(Settle.Over(outcome: .rescinded))
                _ = handle(.answered(.commit(offer), over), at: home)
            }
        }
    }

    private mutating func open() {
        let channel: Channel = random.chance(0.5) ? .voice : .chat
        let wish = OpenContact(
            channel: channel, queue: random.chance(0.6) ? "general" : "billing", customer: "c",
            priority: random.chance(0.2) ? random.below(3) : nil,
            preferredAgent: random.chance(0.1) ? random.pick(agents) : nil)
        _ = handle(.openContact(wish), at: random.below(owners.count))
    }

    /// An agent answers an offer that they were told of.
    private mutating func answer() {
        guard let agent = random.pick(agents), let home = homes[agent], let offer = random.pick(offers[agent] ?? [])
        else { return }
        _ = handle(random.chance(0.8) ? .accept(offer) : .reject(offer), at: home)
    }

    /// An agent does something with a contact that they were told they have; its own partition is told.
    private mutating func work() {
        guard let agent = random.pick(agents), let contact = random.pick(hands[agent] ?? []) else { return }
        let place = Int(contact.partition)
        guard owners[place].floor.contact(contact)?.agent == agent else { return }
        _ = handle(task(contact, agent), at: place)
    }

    private mutating func task(_ contact: ContactID, _ agent: AgentID) -> Command.Body {
        switch random.below(14) {
        case 0, 1: .hold(contact)
        case 2, 3: .resume(contact)
        case 4: .transfer(Transfer(contact: contact, target: .queue("general", requirement: nil), kind: .blind))
        case 5, 6: .transfer(Transfer(contact: contact, target: .queue("billing", requirement: nil), kind: .consult))
        case 7: .completeTransfer(contact)
        case 8: .cancelTransfer(contact)
        case 9:
            .updateAttributes(
                UpdateAttributes(contact: contact, set: Attributes(["n": .number(Double(random.below(9)))])))
        case 10: .finishWrapUp(FinishWrapUp(contact: contact, disposition: nil))
        default: .complete(contact)
        }
    }

    /// A customer hangs up, or an administrator steps in.
    private mutating func change() {
        guard let contact = random.pick(opened.suffix(40)) else { return }
        let body: Command.Body =
            switch random.below(6) {
            case 0: .requeue(contact)
            case 1: .end(contact)
            default: .abandon(contact)
            }
        _ = handle(body, at: Int(contact.partition))
    }

    /// A customer leaves the line, or a call to one turns out somehow.
    private mutating func callBack() {
        guard let contact = random.pick(opened.suffix(20)) else { return }
        let wish: CallbackCommand =
            switch random.below(8) {
            case 0: .cancel
            case 1: .report(.noAnswer)
            case 2, 3: .report(.answered)
            default: .request(RequestCallback())
            }
        _ = handle(.callback(contact, wish), at: Int(contact.partition))
    }

    /// An agent comes, goes, or loses their stream.
    private mutating func leave() {
        guard let agent = random.pick(agents), let home = homes[agent] else { return }
        switch random.below(7) {
        case 0: _ = handle(.signOut(agent), at: home)
        case 1: _ = handle(.setAvailability(SetAvailability(agent: agent, state: .onBreak)), at: home)
        case 2:
            let incarnation = owners[home].floor.attachedStreams().first { $0.agent == agent }?.incarnation
            if let incarnation { _ = handle(.detachStream(agent, incarnation: incarnation), at: home) }
        case 3:
            let after = SetAvailability(agent: agent, state: .onBreak, when: .afterContact)
            _ = handle(.setAvailability(after), at: home)
        default: openShifts()
        }
    }

    /// Every agent accepts whatever they are offered.
    mutating func acceptAll() {
        for agent in agents {
            guard let home = homes[agent] else { continue }
            for offer in owners[home].floor.agent(agent)?.offers ?? [] { _ = handle(.accept(offer), at: home) }
        }
    }

    /// Every agent finishes what they have in hand.
    mutating func finishAll() {
        for agent in agents {
            guard let home = homes[agent] else { continue }
            for contact in owners[home].floor.agent(agent)?.contacts ?? [] {
                let place = Int(contact.partition)
                guard let view = owners[place].floor.contact(contact), view.agent == agent else { continue }
                if view.state == .wrapUp {
                    _ = handle(.finishWrapUp(FinishWrapUp(contact: contact, disposition: nil)), at: place)
                } else {
                    _ = handle(.complete(contact), at: place)
                }
            }
        }
    }

    /// Every customer who is called comes to the line.
    mutating func answerCalls() {
        for place in owners.indices {
            for contact in owners[place].floor.contacts(matching: ContactFilter(state: .dialing)) {
                _ = handle(.callback(contact.id, .report(.answered)), at: place)
            }
        }
    }

    /// What no agent of the configuration can take is ended.
    mutating func endUnservable() {
        for place in owners.indices {
            let filter = ContactFilter(state: .queued, limit: ContactFilter.limitBound)
            for contact in owners[place].floor.contacts(matching: filter)
            where !configuration.agents.contains(where: { ReservationCast.mayServe($0, contact) }) {
                _ = handle(.end(contact.id), at: place)
            }
        }
    }

    /// Whether no contact lives.
    var isDone: Bool { owners.allSatisfy { $0.floor.figures.live == 0 } }
}
