import Center
import Cluster
import ContactCenter
import History

/// An agent at work: reads the stream of notices, answers offers or lets them ring, and handles what is connected.
struct SimulatedAgent: Sendable {
    let id: AgentID
    let life: SimulatedLife

    private var world: SimulatedWorld { life.world }

    func run() async {
        await withDiscardingTaskGroup { work in
            await signIn()
            await takeUpContacts(&work)
            while !Task.isCancelled {
                await followStream(&work)
                await life.pause(upTo: .seconds(3))
            }
            work.cancelAll()
        }
    }

    private func signIn() async {
        while !Task.isCancelled, await life.read({ floor, _ in floor.configurationVersion }) == 0 {
            await life.pause(upTo: .seconds(1))
        }
        guard !world.isSignedIn(id) else { return }
        _ = await life.send(.signIn(id))
        _ = await life.send(.setAvailability(SetAvailability(agent: id, state: .available)))
        world.signedIn(id, life: life.number)
    }

    /// Attaches the stream and reads it until it ends or, now and then, breaks.
    private func followStream(_ work: inout DiscardingTaskGroup) async {
        let incarnation = UInt64(world.choose(below: .max))
        let after = world.chance(0.5) ? world.position(of: id) : nil
        do {
            if after == nil { life.see(.stream(StreamSeen(agent: id, isOpen: false))) }
            guard case .success(let stream) = try await life.host.attach(id, incarnation: incarnation, after: after)
            else { return }
            life.see(.stream(StreamSeen(agent: id, isOpen: true)))
            while let items = try await life.host.nextNotices(of: stream) {
                for item in items { receive(item, &work) }
                if world.chance(0.02) { break }
            }
            life.see(.stream(StreamSeen(agent: id, isOpen: false)))
            await life.host.detach(id, incarnation: incarnation, stream)
        } catch {
            life.see(.stream(StreamSeen(agent: id, isOpen: false)))
        }
    }

    private func receive(_ item: NoticeItem, _ work: inout DiscardingTaskGroup) {
        for offer in life.receive(item, by: id) where world.takeDecision(offer.id, life: life.number) {
            work.addTask { await decide(offer) }
        }
        switch item.content {
        case .reset(.agent(let state?)):
            for contact in state.contacts { handle(contact.id, &work) }
        case .notice(.agentChanged(let agent)):
            if case .notReady = agent.availability { work.addTask { await comeBack() } }
        default: break
        }
    }

    private func decide(_ offer: OfferView) async {
        await life.pause(upTo: .seconds(15))
        switch world.choose(below: 10) {
        case 0: return
        case 1: _ = await life.send(.reject(offer.id))
        default:
            guard case .done? = await life.send(.accept(offer.id)) else { return }
            guard world.takeHandling(offer.contact, life: life.number) else { return }
            await SimulatedConversation(contact: offer.contact, agent: id, life: life).run()
            world.endHandling(offer.contact, life: life.number)
        }
    }

    /// Goes on with what was in hand when the node died.
    private func takeUpContacts(_ work: inout DiscardingTaskGroup) async {
        let agent = id
        for contact in await life.read({ floor, _ in floor.agent(agent)?.contacts ?? [] }) ?? [] {
            handle(contact, &work)
        }
    }

    private func handle(_ contact: ContactID, _ work: inout DiscardingTaskGroup) {
        guard world.takeHandling(contact, life: life.number) else { return }
        work.addTask {
            await SimulatedConversation(contact: contact, agent: id, life: life).run()
            world.endHandling(contact, life: life.number)
        }
    }

    private func comeBack() async {
        await life.pause(upTo: .seconds(20))
        _ = await life.send(.setAvailability(SetAvailability(agent: id, state: .available)))
    }
}
