import Center
import Cluster
import ContactCenter
import History

/// An agent at work in a simulated cluster: reads the stream at one node or another, answers offers, and handles what
/// is connected.
struct ClusterAgent: Sendable {
    let id: AgentID
    let world: ClusterWorld

    func run() async {
        _ = await world.send(.signIn(id))
        await becomeAvailable()
        await withDiscardingTaskGroup { group in
            group.addTask { await followStreams() }
            while !world.isFinished, !Task.isCancelled {
                await world.pause(upTo: .seconds(2))
                if let offer = world.takeOffer(of: id) { await decide(offer) }
                if world.takeNotReady(id) { await becomeAvailable() }
            }
            group.cancelAll()
        }
    }

    private func becomeAvailable() async {
        _ = await world.send(.setAvailability(SetAvailability(agent: id, state: .available)))
    }

    private func followStreams() async {
        while !world.isFinished, !Task.isCancelled {
            if let node = world.anyNode() { await followStream(at: node) }
            await world.pause(upTo: .seconds(1))
        }
    }

    /// Reads the stream at a node until it ends or, after a while, the agent goes to another.
    private func followStream(at node: NodeID) async {
        let (stream, after) = world.listen(id)
        let resumed = world.chance(0.5) ? after : nil
        see(.stream(StreamSeen(agent: id, isOpen: false)))
        _ = await world.cluster.ask(node, within: .seconds(10 + world.choose(below: 20))) { [self] node in
            try await node.directory.withAgentNotices(of: id, after: resumed) { notices in
                guard world.listens(id, to: stream) else { return }
                see(.stream(StreamSeen(agent: id, isOpen: true)))
                for try await batch in notices {
                    guard world.listens(id, to: stream) else { return }
                    for item in batch { receive(item) }
                }
            }
        }
        _ = world.listen(id)
        see(.stream(StreamSeen(agent: id, isOpen: false)))
    }

    private func see(_ event: HistoryEntry.Event) { world.record(event) }

    private func receive(_ item: NoticeItem) {
        let place = History.NoticePosition(
            sequence: item.position.sequence.value, index: UInt32(truncatingIfNeeded: item.position.number))
        switch item.content {
        case .reset(.agent(let state?)):
            // What happened between the last notice and this state was not seen.
            see(.stream(StreamSeen(agent: id, isOpen: false)))
            see(.stream(StreamSeen(agent: id, isOpen: true)))
            see(.agent(AgentSeen(state.agent, isReadBack: false)))
            for offer in state.offers { receive(offer, at: nil) }
        case .reset: break
        case .notice(.offered(let offer)): receive(offer, at: place)
        case .notice(.offerEnded(let offer, _, _, let outcome)):
            see(.offerEnded(OfferEndSeen(id: offer, outcome: outcome, position: place)))
        case .notice(.contactChanged(let contact)): see(.contact(ContactSeen(contact, isReadBack: false)))
        case .notice(.agentChanged(let agent)):
            see(.agent(AgentSeen(agent, isReadBack: false)))
            world.seen(agent)
        case .notice(.configured): break
        }
        world.received(item.position, by: id)
    }

    private func receive(_ offer: OfferView, at place: History.NoticePosition?) {
        see(.offer(OfferSeen(offer, position: place)))
        world.offered(offer, to: id)
    }

    private func decide(_ offer: OfferView) async {
        // An administrator may answer for the agent.
        let sender = world.chance(0.7) ? id : nil
        switch world.choose(below: 12) {
        case 0: return
        case 1: _ = await world.send(.reject(offer.id), onBehalfOf: sender)
        default:
            guard case .done? = await world.send(.accept(offer.id), onBehalfOf: sender) else { return }
            await ClusterSaboteur(world: world).connected(offer)
            await world.pause(upTo: .seconds(5))
            await handle(offer.contact)
        }
    }

    /// Does this and that with a contact that was accepted, and ends it.
    private func handle(_ contact: ContactID) async {
        switch world.choose(below: 10) {
        case 0:
            guard case .done? = await world.send(.hold(contact), onBehalfOf: id) else { return }
            await world.pause(upTo: .seconds(3))
            guard case .done? = await world.send(.resume(contact), onBehalfOf: id) else { return }
        case 1:
            let queue = ClusterCenter.queues[world.choose(below: ClusterCenter.queues.count)]
            let transfer = Transfer(contact: contact, target: .queue(queue, requirement: nil), kind: .blind)
            if case .done? = await world.send(.transfer(transfer), onBehalfOf: id) { return }
        case 2, 3, 4:
            guard case .callback? = await world.ask({ try await $0.contact(contact)?.diversion }) ?? nil else { break }
            let outcome = CallbackOutcome.byChance(world.choose(below:))
            _ = await world.send(.callback(contact, .report(outcome)))
        default: break
        }
        _ = await world.send(.complete(contact), onBehalfOf: id)
        guard let view = await world.ask({ try await $0.contact(contact) }) ?? nil else { return }
        guard view.state == .wrapUp, view.agent == id else { return }
        let finish = FinishWrapUp(contact: contact, disposition: "done")
        _ = await world.send(.finishWrapUp(finish), onBehalfOf: id)
    }
}
