import ContactCenter
import Wire

/// What must hold at every step, and what must hold once all is quiet.
extension ReservationWorld {
    private mutating func report(_ problem: String) {
        if outcome.problems.count < 5 { outcome.problems.append(problem) }
    }

    mutating func check(all: Bool) {
        for place in owners.indices {
            for problem in owners[place].problems { report(problem) }
            guard all else { continue }
            for problem in owners[place].floor.checkInvariants() { report("floor \(place): \(problem)") }
        }
        checkHolders()
        checkGuests()
        checkHours()
    }

    /// Whatever takes an agent's capacity for another partition is known there.
    private mutating func checkGuests() {
        let kept = owners.map { Set($0.floor.reservationsKept) }
        for place in owners.indices {
            for id in owners[place].floor.guestsInHand where !kept[Int(id.partition)].contains(id) {
                report("floor \(place) has a guest by \(id), which its partition does not know")
            }
        }
    }

    /// Nobody has more than they may; who has a contact that is at home elsewhere has it by that floor's word.
    private mutating func checkHolders() {
        var loads: [AgentID: [Channel: Int]] = [:]
        var guests: [AgentID: Int] = [:]
        for place in owners.indices {
            for contact in owners[place].floor.contacts(matching: ContactFilter(limit: ContactFilter.limitBound)) {
                guard [.connected, .held, .wrapUp].contains(contact.state), let agent = contact.agent else { continue }
                if homes[agent] != place { guests[agent, default: 0] += 1 }
                loads[agent, default: [:]][contact.channel, default: 0] += 1
            }
        }
        for agent in agents {
            guard let home = homes[agent], let view = owners[home].floor.agent(agent) else { continue }
            let load = loads[agent] ?? [:]
            let voice = load[.voice] ?? 0
            let chat = load[.chat] ?? 0
            if voice > 1 || chat > 2 || voice > 0 && chat > 0 { report("\(agent) has \(load) by their contacts") }
            var counted: [Channel: Int] = [:]
            for contact in view.contacts.compactMap({ owners[home].floor.contact($0) }) {
                counted[contact.channel, default: 0] += 1
            }
            for offer in view.offers.compactMap({ owners[home].floor.offer($0) }) {
                counted[offer.channel, default: 0] += 1
            }
            if counted[.voice] ?? 0 > 1 || counted[.chat] ?? 0 > 2 { report("\(agent) has \(counted) in hand") }
            // Where it has gone from one of their contacts to another by a hand-over, they may not know which it is.
            let accepted =
                view.contacts.count { Int($0.partition) != home } + view.offers.count { Int($0.partition) != home }
            if guests[agent] ?? 0 > accepted { report("\(agent) has contacts that their partition does not know of") }
        }
    }

    /// No agent has room for a contact that waits anywhere.
    mutating func checkNobodyWaitsInVain() {
        for place in owners.indices {
            let filter = ContactFilter(state: .queued, limit: ContactFilter.limitBound)
            for contact in owners[place].floor.contacts(matching: filter) where contact.consultationOf == nil {
                // Who is called before an agent takes the contact may have to wait for other calls.
                if case .callback = contact.diversion { continue }
                for agent in configuration.agents {
                    guard let home = homes[agent.id], let view = owners[home].floor.agent(agent.id),
                        view.availability == .available, view.isReachable, view.next == nil,
                        ReservationCast.mayServe(agent, contact), !isClosed(agent.site),
                        !ReservationCast.mayBeKept(agent, from: contact, configuration),
                        ReservationCast.hasRoom(beside: load(of: view, at: home), for: contact.channel)
                    else { continue }
                    report("\(contact.id) waits though \(agent.id) is free")
                }
            }
        }
    }

    private func isClosed(_ site: SiteID) -> Bool {
        ReservationCast.isClosed(site, at: now, in: configuration)
    }

    /// Nobody is offered anything that was not offered while their site was open, but for what came before it closed.
    private mutating func checkHours() {
        guard !configuration.calendars.isEmpty, configuration.queues[0].closing != .finish else { return }
        for agent in configuration.agents {
            guard let home = homes[agent.id], let view = owners[home].floor.agent(agent.id) else { continue }
            for offer in view.offers.compactMap({ owners[home].floor.offer($0) })
            where ReservationCast.isClosed(agent.site, at: offer.offeredAt, in: configuration) {
                report("\(agent.id) was offered \(offer.contact) while their site was closed")
            }
        }
    }

    private func load(of view: AgentView, at home: Int) -> [Channel: Int] {
        var load: [Channel: Int] = [:]
        for contact in view.contacts.compactMap({ owners[home].floor.contact($0) }) {
            load[contact.channel, default: 0] += 1
        }
        for offer in view.offers.compactMap({ owners[home].floor.offer($0) }) { load[offer.channel, default: 0] += 1 }
        return load
    }

    /// Where events are missing, the first that no longer fits is objected to, and none that is not makes a floor trap.
    mutating func checkObjections() {
        for place in owners.indices {
            var floor = Floor(partition: UInt16(place))
            for event in owners[place].events where !random.chance(0.03) && floor.objection(to: event) == nil {
                floor.apply(event)
            }
            do { _ = try Floor(wireBytes: floor.wireBytes()) } catch {
                report("floor \(place) of odd events: \(error)")
            }
        }
    }

    /// Every contact has ended, no agent has anything, and no floor owes another anything.
    mutating func checkNothingIsLeft() {
        for contact in opened {
            let state = owners[Int(contact.partition)].floor.contact(contact)?.state
            if state != .ended { report("\(contact) is \(state?.name ?? "lost")") }
        }
        for place in owners.indices {
            let floor = owners[place].floor
            if floor.figures.live != 0 { report("floor \(place) has \(floor.figures.live) contacts") }
            for letter in floor.owedLetters() { report("floor \(place) still owes \(letter.subject)") }
            for id in floor.reservationsKept + floor.guestsInHand { report("floor \(place) keeps \(id)") }
            if owners[place].replay(from: 0, Floor(partition: UInt16(place))).wireBytes() != floor.wireBytes() {
                report("floor \(place) is another when replayed")
            }
        }
        for agent in agents {
            guard let home = homes[agent], let view = owners[home].floor.agent(agent) else { continue }
            if view.work != .idle || !view.contacts.isEmpty || !view.offers.isEmpty {
                report("\(agent) is \(view.work.name) with \(view.contacts) and \(view.offers)")
            }
        }
    }
}
