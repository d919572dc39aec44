import ContactCenter

/// What an agent does with one contact from when it is connected until its wrap-up is over.
struct SimulatedConversation: Sendable {
    let contact: ContactID
    let agent: AgentID
    let life: SimulatedLife

    private var world: SimulatedWorld { life.world }

    func run() async {
        await callBack()
        await life.pause(upTo: .seconds(20))
        if await !talk() { return }
        _ = await life.send(.complete(contact))
        await life.pause(upTo: .seconds(8))
        let id = contact
        guard let view = await life.read({ floor, _ in floor.contact(id) }) ?? nil else { return }
        guard view.state == .wrapUp, view.agent == agent else { return }
        _ = await life.send(.finishWrapUp(FinishWrapUp(contact: contact, disposition: "done")))
    }

    /// Calls a customer who is away, and says how that turned out, or forgets to.
    private func callBack() async {
        let id = contact
        guard case .callback(let callback)? = await life.read({ floor, _ in floor.contact(id)?.diversion }) ?? nil,
            !callback.isReached, world.chance(0.8)
        else { return }
        await life.pause(upTo: .seconds(15))
        let outcome = CallbackOutcome.byChance(world.choose(below:))
        _ = await life.send(.callback(contact, .report(outcome)))
    }

    /// - Returns: False when the contact went to somebody else.
    private func talk() async -> Bool {
        switch world.choose(below: 10) {
        case 0...1:
            _ = await life.send(.hold(contact))
            await life.pause(upTo: .seconds(10))
            _ = await life.send(.resume(contact))
        case 2:
            let target = Transfer.Target.queue(world.chance(0.5) ? "sales" : "support", requirement: nil)
            let transfer = Transfer(contact: contact, target: target, kind: .blind)
            if case .done? = await life.send(.transfer(transfer)) { return false }
        case 3:
            let transfer = Transfer(contact: contact, target: .agent("cho"), kind: .blind)
            if case .done? = await life.send(.transfer(transfer)) { return false }
        case 4: return await consult()
        default: break
        }
        return true
    }

    private func consult() async -> Bool {
        let target: Transfer.Target = world.chance(0.5) ? .agent("ben") : .queue("sales", requirement: nil)
        guard case .done? = await life.send(.transfer(Transfer(contact: contact, target: target, kind: .consult)))
        else { return true }
        await life.pause(upTo: .seconds(30))
        if world.chance(0.5), case .done? = await life.send(.completeTransfer(contact)) { return false }
        _ = await life.send(.cancelTransfer(contact))
        _ = await life.send(.resume(contact))
        return true
    }
}
