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
                let home = layout.home(of: agent.id, at: agent.site)
                group.addTask { await ClusterAgent(id: agent.id, home: home, world: world).run() }
            }
            await withDiscardingTaskGroup { busy in
                busy.addTask { await ClusterTrouble(world: world).run(troubles) }
                for _ in 0..<3 { busy.addTask { await bringContacts() } }
            }
            await endContacts()
            world.finish()
        }
        await readBack()
        return await floors()
    }

    /// Puts the configuration into force and waits until every partition has it.
    private func configure() async {
        let configuration = ClusterCenter.configuration
        for place in layout.places {
            world.record(.configured(HistoryConfiguration(configuration)), in: place.partition)
        }
        _ = await world.send(.configure(Configure(configuration: configuration, source: "simulated")))
        for place in layout.places {
            while await read(place.partition, { floor, _ in floor.configurationVersion }) == 0 {
                await world.pause(upTo: .seconds(1))
            }
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
            if world.chance(0.2), let contact = world.anyContact() {
                _ = await world.send(.abandon(contact), in: layout.home(of: contact))
            }
        }
    }

    /// Waits until no contact lives; customers give up in the end.
    private func endContacts() async {
        for round in 0..<40 {
            let all = await world.ask { try await $0.contacts(matching: ContactFilter(limit: 500)) } ?? []
            let left = all.filter { $0.state != .ended }
            if left.isEmpty { return }
            if round > 3 {
                for contact in left { _ = await world.send(.abandon(contact.id), in: layout.home(of: contact.id)) }
            }
            await world.pause(upTo: .seconds(10))
        }
        world.report("contacts do not come to an end")
    }

    private func readBack() async {
        for id in world.contacts {
            let found = await world.ask { try await $0.contact(id) } ?? nil
            let event: HistoryEntry.Event =
                found.map { .contact(ContactSeen($0, isReadBack: true)) } ?? .contactAbsent(ContactAbsence(contact: id))
            world.record(event, in: layout.home(of: id))
        }
        for agent in await world.ask({ try await $0.agents() }) ?? [] {
            world.record(.agent(AgentSeen(agent, isReadBack: true)), in: layout.home(of: agent.id, at: agent.site))
        }
        for place in layout.places {
            for problem in await read(place.partition, { floor, _ in floor.checkInvariants() }) {
                world.report("\(place.partition): invariant broken: \(problem)")
            }
            world.record(.ended, in: place.partition)
        }
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
