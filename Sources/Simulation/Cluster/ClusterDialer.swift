import Center
import ContactCenter

/// Calls the customers of a simulated cluster who are to be called back before an agent takes them, and says how most of
/// the calls turned out.
struct ClusterDialer: Sendable {
    let world: ClusterWorld

    func run() async {
        while !world.isFinished, !Task.isCancelled {
            await world.pause(upTo: .seconds(8))
            let dialing = await world.ask { try await $0.contacts(matching: ContactFilter(state: .dialing)) }
            for contact in dialing ?? [] where world.chance(0.7) {
                let outcome = CallbackOutcome.byChance(world.choose(below:))
                _ = await world.send(.callback(contact.id, .report(outcome)))
            }
        }
    }
}
