import Center
import Cluster
import ContactCenter
import History
import Wire

/// What happens in one schedule of a cluster, from its first configuration to the read-back of everything.
struct ClusterCourse: Sendable {
    let world: ClusterWorld
    let troubles: Int

    private var layout: CenterLayout { world.cluster.plan.layout }

    /// - Returns: Every partition's floor, in bytes, as its owner has it at the end.
    func run() async -> [PartitionID: [UInt8]] {
        await configure()
        await withDiscardingTaskGroup { group in
            for agent in ClusterCenter.configuration.agents {
                group.addTask { await ClusterAgent(id: agent.id, world: world).run() }
            }
            group.addTask { await ClusterDialer(world: world).run() }
            group.addTask { await ClusterSaboteur(world: world).run() }
            await withDiscardingTaskGroup { busy in
                busy.addTask { await ClusterTrouble(world: world).run(troubles) }
                for _ in 0..<3 { busy.addTask { await bringContacts() } }
                busy.addTask { await reconfigure() }
            }
            await endContacts()
            await settleLetters()
            world.finish()
        }
        await readBack()
        return await floors()
    }

    /// Puts the configuration into force and waits until every partition has it.
    private func configure() async {
        let configuration = ClusterCenter.configuration
        let recorded = HistoryConfiguration(configuration) { [layout] agent in
            layout.place(of: layout.home(of: agent.id, at: agent.site))?.floorNumber
        }
        world.record(.configured(recorded))
        _ = await world.send(.configure(Configure(configuration: configuration, source: "simulated")))
        for place in layout.places {
            while await read(place.partition, { floor, _ in floor.configurationVersion }) == 0 {
                await world.pause(upTo: .seconds(1))
            }
        }
    }

    /// Puts the same configuration into force again, some times in a row: who learns it from another may pass versions over.
    private func reconfigure() async {
        await world.pause(upTo: .seconds(60))
        for _ in 0..<3 {
            _ = await world.send(.configure(Configure(configuration: ClusterCenter.configuration, source: "simulated")))
        }
    }

    private func bringContacts() async {
        while world.takeOpening() {
            await world.pause(upTo: .seconds(4))
            var opening = OpenContact(
                channel: world.chance(0.5) ? .voice : .chat,
                queue: ClusterCenter.queues[world.choose(below: ClusterCenter.queues.count)])
            if world.chance(0.3) { opening.priority = world.choose(below: 4) }
            _ = await world.send(.openContact(opening))
            if world.chance(0.2), let contact = world.anyContact() { _ = await world.send(.abandon(contact)) }
            if world.chance(0.3), let contact = world.anyContact() {
                _ = await world.send(.callback(contact, .request(RequestCallback(number: "+49 69 1234"))))
            }
        }
    }

    /// Waits until no contact lives; customers give up after a while, and what waits for their return is ended at last.
    private func endContacts() async {
        for round in 0..<40 {
            let all = await world.ask { try await $0.contacts(matching: ContactFilter(limit: 500)) } ?? []
            let left = all.filter { $0.state != .ended }
            if left.isEmpty { return }
            if round > 3 {
                for contact in left { _ = await world.send(round > 20 ? .end(contact.id) : .abandon(contact.id)) }
            }
            await world.pause(upTo: .seconds(10))
        }
        world.report("contacts do not come to an end")
    }

    /// Waits until no partition owes another anything.
    private func settleLetters() async {
        for _ in 0..<60 {
            if await owedLetters().isEmpty { return }
            await world.pause(upTo: .seconds(2))
        }
        for letter in await owedLetters() { world.report("a letter is owed for ever: \(letter.subject)") }
    }

    private func owedLetters() async -> [Letter] {
        var owed: [Letter] = []
        for place in layout.places { owed += await read(place.partition) { floor, _ in floor.owedLetters() } }
        return owed
    }

    private func readBack() async {
        for id in world.contacts {
            let found = await world.ask { try await $0.contact(id) } ?? nil
            let event: HistoryEntry.Event =
                found.map { .contact(ContactSeen($0, isReadBack: true)) } ?? .contactAbsent(ContactAbsence(contact: id))
            world.record(event)
        }
        for agent in await world.ask({ try await $0.agents() }) ?? [] {
            world.record(.agent(AgentSeen(agent, isReadBack: true)))
        }
        for place in layout.places {
            for problem in await read(place.partition, { floor, _ in floor.checkInvariants() }) {
                world.report("\(place.partition): invariant broken: \(problem)")
            }
        }
        world.record(.ended)
    }

    private func floors() async -> [PartitionID: [UInt8]] {
        // Streams whose reader has gone are detached by and by; a floor is compared when nothing happens any more.
        let time = world.cluster.time
        do { try await time.sleep(until: time.now + .seconds(60)) } catch { return [:] }
        var floors: [PartitionID: [UInt8]] = [:]
        for place in layout.places {
            floors[place.partition] = await read(place.partition) { floor, _ in floor.wireBytes() }
        }
        return floors
    }

    /// Looks at a partition's floor where it is served, until its owner answers.
    private func read<Output: Sendable>(
        _ partition: PartitionID, _ body: @escaping @Sendable (Floor, Timestamp) -> Output
    ) async -> Output {
        while true {
            for owner in world.cluster.owners(of: partition) {
                let answer = await world.cluster.ask(owner) { node in
                    try await node.keeper.hosts.host(of: partition).read(body)
                }
                if case .success(let output) = answer { return output }
            }
            await world.pause(upTo: .milliseconds(500))
        }
    }
}
