package import Center
import Cluster
package import ContactCenter
package import History
import Wire

/// One life of the node, and the way in which the cast talks to it while it lives: every wish and observation goes
/// into the world's history.
package struct SimulatedLife: Sendable {
    let number: Int
    let world: SimulatedWorld
    let cast: any SimulatedCast
    /// The clock that runs in virtual time.
    package let time: VirtualTime
    let clock: VirtualBusinessClock
    /// The node as it is in this life.
    package let host: PartitionHost
    let sabotage: Sabotage?
    /// When this life began.
    let bornAt: Duration

    /// Whether offers that were open when the node died are kept from their agents, as if nobody told them again.
    var forgetsOffers: Bool { sabotage == .forgottenOffer && number > 1 && time.now < bornAt + .seconds(10) }

    /// Runs node and cast until everything is done and read back, or the task is cancelled.
    ///
    /// - Returns: The floor's bytes at the end; nil when it was not reached.
    func run() async -> [UInt8]? {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await runHost() }
            defer { group.cancelAll() }
            do { try await host.waitUntilServing() } catch {
                report("the node does not serve: \(error)")
                return nil
            }
            await cast.play(in: self)
            await readBack()
            return await read { floor, _ in floor.wireBytes() }
        }
    }

    private func runHost() async {
        do { try await host.run() } catch { report("the node gave up: \(error)") }
    }

    /// Puts a configuration into force, and tells the history.
    package func configure(_ configuration: CenterConfiguration, source: String) async {
        see(.configured(HistoryConfiguration(configuration)))
        _ = await send(.configure(Configure(configuration: configuration, source: source)))
    }

    /// Sends a command until its result is known; nil when the life ended first.
    package func send(_ body: Command.Body) async -> CommandResult? {
        await send(world.makeCommand(body, at: clock.now(), time: time.now, life: number))
    }

    /// Sends a command of an earlier life again, until its result is known.
    func send(_ pending: PendingCommand) async -> CommandResult? {
        var mayHaveBeenDone = pending.command.id.time < clock.now()
        while !Task.isCancelled {
            do {
                let result = try await host.submit(pending.command)
                world.settle(pending, life: number)
                record(result, of: pending, mayHaveBeenDone: mayHaveBeenDone)
                return result
            } catch {
                mayHaveBeenDone = mayHaveBeenDone || error.code.leavesOutcomeUnknown
                await pause(upTo: .seconds(2))
            }
        }
        return nil
    }

    private func record(_ result: CommandResult, of pending: PendingCommand, mayHaveBeenDone: Bool) {
        guard Invocation.Verb(pending.command.body) != nil else { return }
        var outcome = InvocationOutcome(number: pending.number, result: result)
        if case .refused(let refusal) = result, refusal.code == .expired, mayHaveBeenDone { outcome.result = .unknown }
        see(.outcome(outcome))
        if case .done(.opened(let contact, _)) = result { world.opened(contact, life: number) }
        if case .done(.openedDuring(let contact, _, _)) = result { world.opened(contact, life: number) }
        if case .done(.consulting(let contact)) = result { world.opened(contact, life: number) }
    }

    /// Looks at the floor until an answer comes; nil when the life ended first.
    package func read<Output: Sendable>(_ body: @Sendable (Floor, Timestamp) -> Output) async -> Output? {
        while !Task.isCancelled {
            do { return try await host.read(body) } catch { await pause(upTo: .seconds(1)) }
        }
        return nil
    }

    /// Records what an agent reads in a notice.
    ///
    /// - Returns: The offers in it, for the agent to answer.
    package func receive(_ item: NoticeItem, by agent: AgentID) -> [OfferView] {
        defer { world.received(item.position, by: agent, life: number) }
        let place = History.NoticePosition(
            sequence: item.position.sequence.value, index: UInt32(truncatingIfNeeded: item.position.number))
        switch item.content {
        case .reset(.agent(let state?)):
            see(.agent(AgentSeen(state.agent, isReadBack: false)))
            return state.offers.filter { receive($0, at: nil) }
        case .notice(.offered(let offer)): return receive(offer, at: place) ? [offer] : []
        case .notice(.offerEnded(let offer, _, _, let outcome)):
            see(.offerEnded(OfferEndSeen(id: offer, outcome: outcome, position: place)))
        case .notice(.contactChanged(let contact)): see(.contact(ContactSeen(contact, isReadBack: false)))
        case .notice(.agentChanged(let agent)): see(.agent(AgentSeen(agent, isReadBack: false)))
        case .reset, .notice(.configured): break
        }
        return []
    }

    private func receive(_ offer: OfferView, at place: History.NoticePosition?) -> Bool {
        if forgetsOffers { return false }
        see(.offer(OfferSeen(offer, position: place)))
        return true
    }

    /// Records what somebody outside of the node sees.
    package func see(_ event: HistoryEntry.Event) {
        world.record(event, at: time.now, life: number)
    }

    /// Reports what the history does not show.
    func report(_ problem: String) {
        world.report(problem, life: number)
    }

    /// Lets some virtual time pass, by chance up to `longest`.
    func pause(upTo longest: Duration) async {
        await sleep(for: .microseconds(world.choose(below: Int(longest.wholeMicroseconds))))
    }

    /// Lets virtual time pass.
    package func sleep(for length: Duration) async {
        await sleep(until: time.now + length)
    }

    /// Lets virtual time pass until an instant.
    package func sleep(until instant: Duration) async {
        do { try await time.sleep(until: instant) } catch { return }
    }

    /// Shows every contact and agent as the node has them at last, and checks the floor itself.
    private func readBack() async {
        for id in world.contacts {
            guard let found = await read({ floor, _ in floor.contact(id) }) else { return }
            let seen = found.map { HistoryEntry.Event.contact(ContactSeen($0, isReadBack: true)) }
            see(seen ?? .contactAbsent(ContactAbsence(contact: id)))
        }
        guard let agents = await read({ floor, _ in floor.agents() }) else { return }
        for agent in agents { see(.agent(AgentSeen(agent, isReadBack: true))) }
        await checkFloor()
        see(.ended)
    }

    /// Reports what the floor finds wrong with itself.
    func checkFloor() async {
        let wrong = await read { floor, _ in floor.checkInvariants() } ?? []
        for problem in wrong { report("invariant broken: \(problem)") }
    }
}
