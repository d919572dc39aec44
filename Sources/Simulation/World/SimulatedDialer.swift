import ContactCenter

/// Calls the customers who are to be called back before an agent takes them, and says how most of the calls turned out.
struct SimulatedDialer: Sendable {
    let life: SimulatedLife

    func run() async {
        while !Task.isCancelled {
            await life.pause(upTo: .seconds(12))
            let dialing = await life.read { floor, _ in floor.contacts(matching: ContactFilter(state: .dialing)) }
            for contact in dialing ?? [] where life.world.chance(0.7) {
                let outcome = CallbackOutcome.byChance(life.world.choose(below:))
                _ = await life.send(.callback(contact.id, .report(outcome)))
            }
        }
    }
}
