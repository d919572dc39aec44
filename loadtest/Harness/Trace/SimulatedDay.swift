import Center
import Cluster
import ContactCenter
import History
import Simulation
import Synchronization
import Wire

/// Everybody who takes part in a day of real calls: the customers who call and give up, and the agents at work.
final class SimulatedDay: Sendable {
    private struct State {
        var random: SeededGenerator
        var entries: [HistoryEntry] = []
        var lastNumber: UInt64 = 0
        var calls: [ContactID: PlannedContact] = [:]
        var figures: [QueueFigures] = []
        var problems: [String] = []
        var isOver = false
    }

    private let plan: TracePlan
    private let host: PartitionHost
    private let time: VirtualTime
    private let clock: VirtualBusinessClock
    private let state: Mutex<State>

    init(plan: TracePlan, host: PartitionHost, time: VirtualTime, clock: VirtualBusinessClock, seed: UInt64) {
        self.plan = plan
        self.host = host
        self.time = time
        self.clock = clock
        state = Mutex(State(random: SeededGenerator(seed: seed)))
    }

    var isOver: Bool { state.withLock { $0.isOver } }
    var entries: [HistoryEntry] { state.withLock { $0.entries } }
    var problems: [String] { state.withLock { $0.problems } }
    /// What each queue did, once the day is over.
    var figures: [QueueFigures] { state.withLock { $0.figures } }

    /// Plays the whole day and reads back what came of it.
    func play(_ configuration: CenterConfiguration) async {
        see(.configured(HistoryConfiguration(configuration)))
        _ = await send(.configure(Configure(configuration: configuration, source: plan.source)))
        await withDiscardingTaskGroup { agents in
            for (agent, shift) in zip(plan.agents, plan.shifts) {
                agents.addTask { await self.work(agent, shift) }
            }
            await withDiscardingTaskGroup { customers in
                for call in plan.calls { customers.addTask { await self.call(call) } }
            }
            await waitForTheLast()
            await readBack()
            agents.cancelAll()
        }
        state.withLock { $0.isOver = true }
    }

    /// A customer calls, and gives up if nobody answers in time.
    private func call(_ call: PlannedContact) async {
        await sleep(until: .microseconds(call.at))
        let opening = OpenContact(channel: .voice, queue: call.opening.queue, priority: call.opening.priority)
        guard case .done(.opened(let contact, _))? = await send(.openContact(opening)) else { return }
        state.withLock { $0.calls[contact] = call }
        await sleep(until: .microseconds(call.at + (call.patience ?? 0)))
        let now = await read { floor, _ in floor.contact(contact)?.state }
        if now == .queued || now == .offered { _ = await send(.abandon(contact)) }
    }

    /// An agent works a shift: takes what is offered, talks as long as it took then, and goes when it is over.
    private func work(_ agent: AgentID, _ shift: ClosedRange<Int64>) async {
        await sleep(until: .microseconds(shift.lowerBound))
        _ = await send(.signIn(agent))
        _ = await send(.setAvailability(SetAvailability(agent: agent, state: .available)))
        await withDiscardingTaskGroup { work in
            work.addTask {
                await self.sleep(until: .microseconds(shift.upperBound))
                _ = await self.send(.setAvailability(SetAvailability(agent: agent, state: .onBreak)))
            }
            do {
                guard case .success(let stream) = try await host.attach(agent, incarnation: 1, after: nil) else {
                    return
                }
                see(.stream(StreamSeen(agent: agent, isOpen: true)))
                while let items = try await host.nextNotices(of: stream) {
                    for item in items { receive(item, &work) }
                }
            } catch { return }
        }
    }

    private func receive(_ item: NoticeItem, _ work: inout DiscardingTaskGroup) {
        let place = History.NoticePosition(
            sequence: item.position.sequence.value, index: UInt32(truncatingIfNeeded: item.position.number))
        switch item.content {
        case .reset(.agent(let state?)):
            for offer in state.offers { receive(offer, at: nil, &work) }
        case .notice(.offered(let offer)): receive(offer, at: place, &work)
        case .notice(.offerEnded(let offer, _, _, let outcome)):
            see(.offerEnded(OfferEndSeen(id: offer, outcome: outcome, position: place)))
        case .notice(.contactChanged(let contact)): see(.contact(ContactSeen(contact, isReadBack: false)))
        case .notice(.agentChanged(let agent)): see(.agent(AgentSeen(agent, isReadBack: false)))
        case .reset, .notice(.configured): break
        }
    }

    private func receive(
        _ offer: OfferView, at place: History.NoticePosition?, _ work: inout DiscardingTaskGroup
    ) {
        see(.offer(OfferSeen(offer, position: place)))
        work.addTask { await self.handle(offer) }
    }

    private func handle(_ offer: OfferView) async {
        await sleep(until: time.now + .seconds(3))
        guard case .done? = await send(.accept(offer.id)) else { return }
        let handling = state.withLock { $0.calls[offer.contact]?.handling } ?? 0
        await sleep(until: time.now + .microseconds(handling))
        _ = await send(.complete(offer.contact))
    }

    private func waitForTheLast() async {
        while !Task.isCancelled, await read({ floor, _ in floor.figures.live }) ?? 0 > 0 {
            await sleep(until: time.now + .seconds(60))
        }
    }

    private func readBack() async {
        for contact in state.withLock({ $0.calls.keys.sorted() }) {
            let view = await read { floor, _ in floor.contact(contact) } ?? nil
            let seen = view.map { HistoryEntry.Event.contact(ContactSeen($0, isReadBack: true)) }
            see(seen ?? .contactAbsent(ContactAbsence(contact: contact)))
        }
        see(.ended)
        let figures = await read { floor, now in floor.queues(now: now).map(\.figures) } ?? []
        let broken = await read { floor, _ in floor.checkInvariants() } ?? []
        state.withLock { state in
            state.figures = figures
            state.problems += broken
        }
    }

    private func send(_ body: Command.Body) async -> CommandResult? {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        let verb = Invocation.Verb(body)
        if let verb { see(.invoked(Invocation(number: number, verb: verb))) }
        let id = state.withLock { CommandID(time: clock.now(), random: &$0.random) }
        do {
            let result = try await host.submit(Command(id: id, body: body))
            if verb != nil { see(.outcome(InvocationOutcome(number: number, result: result))) }
            return result
        } catch {
            if !Task.isCancelled { state.withLock { $0.problems.append("no answer: \(error)") } }
            return nil
        }
    }

    private func read<Output: Sendable>(_ body: @Sendable (Floor, Timestamp) -> Output) async -> Output? {
        do { return try await host.read(body) } catch { return nil }
    }

    private func see(_ event: HistoryEntry.Event) {
        let now = time.now.wholeMicroseconds
        state.withLock { $0.entries.append(HistoryEntry(time: now, event: event)) }
    }

    private func sleep(until instant: Duration) async {
        do { try await time.sleep(until: instant) } catch { return }
    }
}
