import ContactCenter

/// Brings contacts in, has some of them give up, and now and then steps in as an administrator would.
struct SimulatedConnector: Sendable {
    let life: SimulatedLife

    private var world: SimulatedWorld { life.world }

    func run() async {
        while !Task.isCancelled, world.takeOpening(life: life.number) {
            await life.pause(upTo: .seconds(8))
            _ = await life.send(.openContact(opening()))
            if world.chance(0.4) { await meddle() }
            await life.checkFloor()
        }
    }

    private func opening() -> OpenContact {
        let channels: [Channel] = [.voice, .chat, .email]
        var opening = OpenContact(
            channel: channels[world.choose(below: channels.count)], queue: world.chance(0.5) ? "support" : "sales")
        opening.customer = "customer-\(world.choose(below: 5))"
        if world.chance(0.3) { opening.priority = world.choose(below: 4) }
        if world.chance(0.2) { opening.preferredAgent = "cho" }
        if world.chance(0.2) { opening.attributes = Attributes(["tier": .number(Double(world.choose(below: 3)))]) }
        return opening
    }

    private func meddle() async {
        guard let contact = world.anyContact() else { return }
        switch world.choose(below: 14) {
        case 0...4: _ = await life.send(.abandon(contact))
        case 10...12: _ = await life.send(.callback(contact, .request(RequestCallback())))
        case 13: _ = await life.send(.callback(contact, .cancel))
        case 5: _ = await life.send(.requeue(contact))
        case 6: _ = await life.send(.end(contact))
        case 7:
            let update = UpdateAttributes(contact: contact, set: Attributes(["mood": .text("angry")]))
            _ = await life.send(.updateAttributes(update))
        case 8:
            let number = world.choose(below: 5)
            let customer = Customer(
                id: CustomerID("known-\(number)"), identities: [CustomerIdentity("customer-\(number)")],
                attributes: Attributes(["since": .number(Double(world.choose(below: 9)))]))
            _ = await life.send(world.chance(0.7) ? .keepCustomer(customer) : .forgetCustomer(customer.id))
        default:
            let maximum: [Channel: Int] = world.chance(0.5) ? [:] : [.chat: 1 + world.choose(below: 3)]
            _ = await life.send(.setCapacity(SetCapacity(agent: "ben", maximum: maximum)))
        }
    }
}
