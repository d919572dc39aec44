import Center
import ContactCenter
import History
import Wire

/// One life of the node, and everybody who talks to it while it lives.
struct SimulatedLife: Sendable {
    let number: Int
    let world: SimulatedWorld
    let time: VirtualTime
    let clock: VirtualBusinessClock
    let host: PartitionHost
    let sabotage: Sabotage?
    /// When this life began.
    let bornAt: Duration

    /// Whether offers that were open when the node died are kept from their agents, as if nobody told them again.
    var forgetsOffers: Bool { sabotage == .forgottenOffer && number > 1 && time.now < bornAt + .seconds(10) }

    /// Runs node and world until everything is done and read back, or the task is cancelled.
    ///
    /// - Returns: The floor's bytes at the end; nil when it was not reached.
    func run() async -> [UInt8]? {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await runHost() }
            defer { group.cancelAll() }
            do { try await host.waitUntilServing() } catch {
                world.report("the node does not serve: \(error)", life: number)
                return nil
            }
            await play()
            return await read { floor, _ in floor.wireBytes() }
        }
    }

    private func runHost() async {
        do { try await host.run() } catch { world.report("the node gave up: \(error)", life: number) }
    }

    private func play() async {
        await withDiscardingTaskGroup { group in
            for agent in SimulatedCenter.configuration.agents {
                group.addTask { await SimulatedAgent(id: agent.id, life: self).run() }
            }
            await withDiscardingTaskGroup { connectors in
                for pending in world.unsettled() { connectors.addTask { _ = await send(pending) } }
            }
            if world.contacts.isEmpty { await configure() }
            await withDiscardingTaskGroup { connectors in
                for _ in 0..<2 { connectors.addTask { await SimulatedConnector(life: self).run() } }
            }
            await drain()
            group.cancelAll()
        }
        await readBack()
    }

    private func configure() async {
        guard await read({ floor, _ in floor.configurationVersion }) == 0 else { return }
        world.record(.configured(HistoryConfiguration(SimulatedCenter.configuration)), at: time.now, life: number)
        _ = await send(.configure(Configure(configuration: SimulatedCenter.configuration, source: "simulated")))
    }

    /// Sends a command until its result is known; nil when the life ended first.
    func send(_ body: Command.Body) async -> CommandResult? {
        await send(world.makeCommand(body, at: clock.now(), time: time.now, life: number))
    }

    private func send(_ pending: PendingCommand) async -> CommandResult? {
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
        world.record(.outcome(outcome), at: time.now, life: number)
        if case .done(.opened(let contact, _)) = result { world.opened(contact, life: number) }
        if case .done(.consulting(let contact)) = result { world.opened(contact, life: number) }
    }

    /// Looks at the floor until an answer comes; nil when the life ended first.
    func read<Output: Sendable>(_ body: @Sendable (Floor, Timestamp) -> Output) async -> Output? {
        while !Task.isCancelled {
            do { return try await host.read(body) } catch { await pause(upTo: .seconds(1)) }
        }
        return nil
    }

    /// Lets some virtual time pass, by chance up to `longest`.
    func pause(upTo longest: Duration) async {
        let microseconds = world.choose(below: Int(longest.wholeMicroseconds))
        do { try await time.sleep(until: time.now + .microseconds(microseconds)) } catch { return }
    }

    /// Waits until no contact lives; customers give up in the end.
    private func drain() async {
        for round in 0..<40 where !Task.isCancelled {
            guard let live = await read({ floor, _ in floor.contacts(matching: ContactFilter(limit: 500)) }) else {
                return
            }
            let left = live.filter { $0.state != .ended }
            if left.isEmpty { return }
            if round > 5 { for contact in left { _ = await send(.abandon(contact.id)) } }
            await pause(upTo: .seconds(120))
        }
        if !Task.isCancelled { world.report("contacts do not come to an end", life: number) }
    }

    /// Shows every contact and agent as the node has them at last, and checks the floor itself.
    private func readBack() async {
        for id in world.contacts {
            guard let found = await read({ floor, _ in floor.contact(id) }) else { return }
            let event: HistoryEntry.Event =
                found.map { .contact(ContactSeen($0, isReadBack: true)) } ?? .contactAbsent(ContactAbsence(contact: id))
            world.record(event, at: time.now, life: number)
        }
        guard let agents = await read({ floor, _ in floor.agents() }) else { return }
        for agent in agents { world.record(.agent(AgentSeen(agent, isReadBack: true)), at: time.now, life: number) }
        await checkFloor()
        world.record(.ended, at: time.now, life: number)
    }

    /// Reports what the floor finds wrong with itself.
    func checkFloor() async {
        let wrong = await read { floor, _ in floor.checkInvariants() } ?? []
        for problem in wrong { world.report("invariant broken: \(problem)", life: number) }
    }
}
