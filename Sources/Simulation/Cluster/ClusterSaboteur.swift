import Center
import Cluster
import ContactCenter

/// Breaks, where that is asked for, what partitions promise one another: tells one what the other never said.
struct ClusterSaboteur: Sendable {
    let world: ClusterWorld

    private var sabotage: Sabotage? { world.cluster.plan.sabotage }
    private var layout: CenterLayout { world.cluster.plan.layout }

    /// Does its work until everybody goes home.
    func run() async {
        guard sabotage == .lostLetter else { return }
        while !world.isFinished, !Task.isCancelled {
            for place in layout.places { await loseLetters(of: place.partition) }
            await world.pause(upTo: .milliseconds(40))
        }
    }

    /// An agent was told that an offer's contact is theirs.
    func connected(_ offer: OfferView) async {
        guard sabotage == .freedGuest,
            let agent = ClusterCenter.configuration.agents.first(where: { $0.id == offer.agent })
        else { return }
        let home = layout.home(of: agent.id, at: agent.site)
        guard home != layout.home(of: offer.id) else { return }
        let over = Settle.Over(outcome: .rescinded)
        await tell(home, .settle(Settle(reservation: offer.id, version: .max, standing: .over(over))))
    }

    /// Has a partition believe that everybody knows what it has decided.
    private func loseLetters(of partition: PartitionID) async {
        for letter in await letters(of: partition) {
            guard case .settle = letter.subject, let answer = letter.reply(.done(.nothing)) else { continue }
            await tell(partition, answer)
        }
    }

    private func letters(of partition: PartitionID) async -> [Letter] {
        guard let owner = world.cluster.owners(of: partition).first else { return [] }
        let answer = await world.cluster.ask(owner) { node in
            try await node.keeper.hosts.host(of: partition).read { floor, _ in floor.owedLetters() }
        }
        return (try? answer?.get()) ?? []
    }

    private func tell(_ partition: PartitionID, _ body: Command.Body) async {
        guard let owner = world.cluster.owners(of: partition).first else { return }
        let command = world.makeCommand(body).command
        _ = await world.cluster.ask(owner) { node in
            try await node.keeper.hosts.host(of: partition).submit(command)
        }
    }
}
