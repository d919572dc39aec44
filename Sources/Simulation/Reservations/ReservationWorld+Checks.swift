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
    }

    /// Nobody has more than they may; who has a contact that is at home elsewhere has it by that floor's word.
    private mutating func checkHolders() {
        var loads: [AgentID: [Channel: Int]] = [:]
        var known: [AgentID: Set<ContactID>] = [:]
        for place in owners.indices {
            for contact in owners[place].floor.contacts(matching: ContactFilter(limit: ContactFilter.limitBound)) {
                guard contact.state != .queued, contact.state != .ended, let agent = contact.agent else { continue }
                known[agent, default: []].insert(contact.id)
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
            for contact in known[agent] ?? [] where Int(contact.partition) != home {
                let isHere =
                    view.contacts.contains(contact)
                    || view.offers.contains { owners[home].floor.offer($0)?.contact == contact }
                let state = owners[Int(contact.partition)].floor.contact(contact)?.state
                if !isHere, state != .offered { report("\(agent) has \(contact), and their partition does not know") }
            }
        }
    }

    /// No agent has room for a contact that waits anywhere.
    mutating func checkNobodyWaitsInVain() {
        for place in owners.indices {
            let filter = ContactFilter(state: .queued, limit: ContactFilter.limitBound)
            for contact in owners[place].floor.contacts(matching: filter) where contact.consultationOf == nil {
                for agent in configuration.agents {
                    guard let home = homes[agent.id], let view = owners[home].floor.agent(agent.id),
                        view.availability == .available, view.isReachable, view.next == nil,
                        ReservationCast.mayServe(agent, contact),
                        ReservationCast.hasRoom(beside: load(of: view, at: home), for: contact.channel)
                    else { continue }
                    report("\(contact.id) waits though \(agent.id) is free")
                }
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
            if floor.reservationCount != 0 { report("floor \(place) keeps \(floor.reservationCount) reservations") }
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
