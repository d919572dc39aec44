import Collections
import ContactCenter
import DequeModule
import Wire

/// Plays a case on a floor in virtual time, and sets each contact's forecast at its arrival beside the wait that
/// followed.
///
/// Agents take what they are offered at once and handle it as long as was planned; customers give up when their
/// patience is over. Contacts that an agent took at once, or whose customers gave up, are left out: nobody waited, or
/// nobody knows how long it would have been.
public struct ForecastPlay {
    private enum Act {
        case begin(Int)
        case leave(Int)
        case arrive(Int)
        case giveUp(ContactID)
        case finish(ContactID)
        case advance
    }

    private struct Waiting {
        let contact: Int
        let since: Int64
        let forecasts: [Double]
    }

    private static let start: Int64 = 1_700_000_000_000_000

    private let plan: ForecastCase
    private var floor = Floor(partition: 1)
    private var output = FloorOutput()
    private var random: SeededGenerator
    private var agenda = Agenda<Act>()
    private var waiting: [ContactID: Waiting] = [:]
    private var lastWaits: [QueueID: Deque<Double>] = [:]
    private var scores = ForecastScores()
    /// When the floor wants to be told of the time next.
    private var alarm = Int64.max

    /// A play of a case.
    public init(_ plan: ForecastCase, seed: UInt64) {
        self.plan = plan
        random = SeededGenerator(seed: seed)
    }

    /// Plays to the end.
    ///
    /// - Throws: ``HarnessError/Code/trace`` when the floor refuses what the case asks of it.
    public mutating func run() throws(HarnessError) -> ForecastScores {
        _ = try send(.configure(Configure(configuration: plan.configuration, source: "name: Forecasts")), at: 0)
        for (index, shift) in plan.shifts.enumerated() {
            agenda.add(.begin(index), at: shift.lowerBound)
            agenda.add(.leave(index), at: shift.upperBound)
        }
        for (index, contact) in plan.contacts.enumerated() { agenda.add(.arrive(index), at: contact.at) }
        while let (time, act) = agenda.next() { try carryOut(act, at: time) }
        return scores
    }

    private mutating func carryOut(_ act: Act, at now: Int64) throws(HarnessError) {
        switch act {
        case .begin(let index):
            _ = try send(.signIn(plan.agents[index]), at: now)
            _ = try send(.attachStream(plan.agents[index], incarnation: 1), at: now)
            _ = try send(.setAvailability(SetAvailability(agent: plan.agents[index], state: .available)), at: now)
        case .leave(let index):
            _ = try send(.setAvailability(SetAvailability(agent: plan.agents[index], state: .onBreak)), at: now)
        case .arrive(let index): try arrive(index, at: now)
        case .giveUp(let contact):
            guard waiting.removeValue(forKey: contact) != nil else { return }
            _ = try send(.abandon(contact), at: now)
        case .finish(let contact): _ = try send(.complete(contact), at: now)
        case .advance:
            guard now == alarm else { return }
            alarm = .max
            _ = try send(.advance, at: now)
        }
    }

    private mutating func arrive(_ index: Int, at now: Int64) throws(HarnessError) {
        let contact = plan.contacts[index]
        let queue = contact.opening.queue
        // What was known before it came: with the contact itself, its place is behind all who wait.
        let formulas = forecasts(by: queue, at: now)
        let opening = OpenContact(channel: .voice, queue: queue, priority: contact.opening.priority)
        guard case .opened(let id, _) = try send(.openContact(opening), at: now, offering: false) else { return }
        let own = floor.forecast(of: id)?.expectedWait?.inSeconds
        if let own { waiting[id] = Waiting(contact: index, since: now, forecasts: [own] + formulas) }
        waiting[id] = waiting[id] ?? Waiting(contact: index, since: now, forecasts: [])
        if let patience = contact.patience { agenda.add(.giveUp(id), at: now + patience) }
        try takeOffers(at: now)
    }

    /// What two common formulas say: the mean of the last ten waits, and those who wait times the mean handling time
    /// over the agents.
    private func forecasts(by queue: QueueID, at now: Int64) -> [Double] {
        let last = lastWaits[queue] ?? []
        let mean = last.isEmpty ? 0 : last.reduce(0, +) / Double(last.count)
        guard let view = floor.queue(queue, now: time(now)) else { return [mean, 0] }
        let handling = view.figures.averageHandleTime?.inSeconds ?? 0
        return [mean, Double(view.waiting + 1) * handling / Double(max(1, view.staffed))]
    }

    private mutating func send(
        _ body: Command.Body, at now: Int64, offering: Bool = true
    ) throws(HarnessError) -> CommandAnswer {
        let id = CommandID(time: time(now), random: &random)
        floor.handle(Command(id: id, body: body), now: time(now), into: &output)
        guard case .done(let answer) = output.result else {
            throw HarnessError(.trace, "The floor refused \(body) of \(plan.name): \(output.result).")
        }
        if offering { try takeOffers(at: now) }
        if let deadline = floor.nextDeadline?.microseconds, deadline - Self.start < alarm {
            alarm = max(now, deadline - Self.start)
            agenda.add(.advance, at: alarm)
        }
        return answer
    }

    /// Agents take what they have just been offered.
    private mutating func takeOffers(at now: Int64) throws(HarnessError) {
        let offers = output.directives.compactMap { directive -> OfferView? in
            if case .offered(let offer) = directive.notice { offer } else { nil }
        }
        for offer in offers {
            guard let entry = waiting.removeValue(forKey: offer.contact) else { continue }
            score(entry, queue: offer.queue, at: now)
            agenda.add(.finish(offer.contact), at: now + max(1, plan.contacts[entry.contact].handling))
            _ = try send(.accept(offer.id), at: now)
        }
    }

    private mutating func score(_ entry: Waiting, queue: QueueID, at now: Int64) {
        let wait = Double(now - entry.since) / 1_000_000
        var last = lastWaits[queue] ?? []
        last.append(wait)
        if last.count > 10 { last.removeFirst() }
        lastWaits[queue] = last
        if wait > 0, !entry.forecasts.isEmpty { scores.add(entry.forecasts, wait: wait) }
    }

    private func time(_ at: Int64) -> Timestamp { Timestamp(microseconds: Self.start + at) }
}
