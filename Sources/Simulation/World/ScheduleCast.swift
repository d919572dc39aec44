import ContactCenter

/// The cast of a schedule: agents and connectors who do what chance tells them.
struct ScheduleCast: SimulatedCast {
    func play(in life: SimulatedLife) async {
        await withDiscardingTaskGroup { group in
            for agent in SimulatedCenter.configuration.agents {
                group.addTask { await SimulatedAgent(id: agent.id, life: life).run() }
            }
            group.addTask { await SimulatedDialer(life: life).run() }
            await withDiscardingTaskGroup { connectors in
                for pending in life.world.unsettled() { connectors.addTask { _ = await life.send(pending) } }
            }
            if life.world.contacts.isEmpty { await configure(life) }
            await withDiscardingTaskGroup { connectors in
                for _ in 0..<2 { connectors.addTask { await SimulatedConnector(life: life).run() } }
            }
            await drain(life)
            group.cancelAll()
        }
    }

    private func configure(_ life: SimulatedLife) async {
        guard await life.read({ floor, _ in floor.configurationVersion }) == 0 else { return }
        await life.configure(SimulatedCenter.configuration, source: "simulated")
    }

    /// Waits until no contact lives; customers give up after a while, and what waits for their return is ended at last.
    private func drain(_ life: SimulatedLife) async {
        for round in 0..<40 where !Task.isCancelled {
            guard let live = await life.read({ floor, _ in floor.contacts(matching: ContactFilter(limit: 500)) })
            else { return }
            let left = live.filter { $0.state != .ended }
            if left.isEmpty { return }
            if round > 5 {
                for contact in left { _ = await life.send(round > 20 ? .end(contact.id) : .abandon(contact.id)) }
            }
            await life.pause(upTo: .seconds(120))
        }
        if !Task.isCancelled { life.report("contacts do not come to an end") }
    }
}
