import Center
import ContactCenter
import History
import Simulation
import Synchronization
import Wire

/// The cast of a day of real calls: the customers who call and give up, and the agents at work.
final class SimulatedDay: SimulatedCast {
    private struct State {
        var calls: [ContactID: PlannedContact] = [:]
        var figures: [QueueFigures] = []
    }

    private let plan: TracePlan
    private let configuration: CenterConfiguration
    private let state = Mutex(State())

    init(plan: TracePlan, configuration: CenterConfiguration) {
        self.plan = plan
        self.configuration = configuration
    }

    /// What each queue did, once the day is over.
    var figures: [QueueFigures] { state.withLock { $0.figures } }

    func play(in life: SimulatedLife) async {
        await life.configure(configuration, source: plan.source)
        await withDiscardingTaskGroup { agents in
            for (agent, shift) in zip(plan.agents, plan.shifts) {
                agents.addTask { await self.work(agent, shift, life) }
            }
            await withDiscardingTaskGroup { customers in
                for call in plan.calls { customers.addTask { await self.call(call, life) } }
            }
            await waitForTheLast(life)
            agents.cancelAll()
        }
        let figures = await life.read { floor, now in floor.queues(now: now).map(\.figures) } ?? []
        state.withLock { $0.figures = figures }
    }

    /// A customer calls, and gives up if nobody answers in time.
    private func call(_ call: PlannedContact, _ life: SimulatedLife) async {
        await life.sleep(until: .microseconds(call.at))
        let opening = OpenContact(channel: .voice, queue: call.opening.queue, priority: call.opening.priority)
        guard case .done(.opened(let contact, _))? = await life.send(.openContact(opening)) else { return }
        state.withLock { $0.calls[contact] = call }
        await life.sleep(until: .microseconds(call.at + (call.patience ?? 0)))
        let now = await life.read { floor, _ in floor.contact(contact)?.state }
        if now == .queued || now == .offered { _ = await life.send(.abandon(contact)) }
    }

    /// An agent works a shift: takes what is offered, talks as long as it took then, and goes when it is over.
    private func work(_ agent: AgentID, _ shift: ClosedRange<Int64>, _ life: SimulatedLife) async {
        await life.sleep(until: .microseconds(shift.lowerBound))
        _ = await life.send(.signIn(agent))
        _ = await life.send(.setAvailability(SetAvailability(agent: agent, state: .available)))
        await withDiscardingTaskGroup { work in
            work.addTask {
                await life.sleep(until: .microseconds(shift.upperBound))
                _ = await life.send(.setAvailability(SetAvailability(agent: agent, state: .onBreak)))
            }
            do {
                guard case .success(let stream) = try await life.host.attach(agent, incarnation: 1, after: nil) else {
                    return
                }
                life.see(.stream(StreamSeen(agent: agent, isOpen: true)))
                while let items = try await life.host.nextNotices(of: stream) {
                    for offer in items.flatMap({ life.receive($0, by: agent) }) {
                        work.addTask { await self.handle(offer, life) }
                    }
                }
            } catch { return }
        }
    }

    private func handle(_ offer: OfferView, _ life: SimulatedLife) async {
        await life.sleep(for: .seconds(3))
        guard case .done? = await life.send(.accept(offer.id)) else { return }
        let handling = state.withLock { $0.calls[offer.contact]?.handling } ?? 0
        await life.sleep(for: .microseconds(handling))
        _ = await life.send(.complete(offer.contact))
    }

    private func waitForTheLast(_ life: SimulatedLife) async {
        while !Task.isCancelled, await life.read({ floor, _ in floor.figures.live }) ?? 0 > 0 {
            await life.sleep(for: .seconds(60))
        }
    }
}
