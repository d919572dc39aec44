import Center
import ContactCenter
import Synchronization

/// The offers that reach an agent by their stream, each once, in order.
final class AgentOffers: Sendable {
    private let offers: AsyncStream<OfferView>
    private let queue: AsyncStream<OfferView>.Continuation
    private let seen = Mutex<Set<ReservationID>>([])

    init() {
        (offers, queue) = AsyncStream.makeStream()
    }

    /// The next offer; for one reader.
    func next() async throws -> OfferView {
        for await offer in offers { return offer }
        throw CenterError(.cancelled, "the agent's stream has ended")
    }

    func receive(_ item: NoticeItem) {
        switch item.content {
        case .reset(.agent(let state)): for offer in state?.offers ?? [] { enter(offer) }
        case .notice(.offered(let offer)): enter(offer)
        default: break
        }
    }

    func end() { queue.finish() }

    private func enter(_ offer: OfferView) {
        if seen.withLock({ $0.insert(offer.id).inserted }) { queue.yield(offer) }
    }
}

extension TwoSites {
    /// Reads an agent's stream at a node while `body` runs, which is handed what is offered.
    func withOffers<Output: Sendable>(
        to agent: AgentID, at node: SiteNode, _ body: (AgentOffers) async throws -> Output
    ) async throws -> Output {
        let offers = AgentOffers()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { offers.end() }
                _ = try await node.node.directory.withAgentNotices(of: agent) { notices in
                    for try await batch in notices { for item in batch { offers.receive(item) } }
                }
            }
            defer { group.cancelAll() }
            return try await body(offers)
        }
    }

    /// Returns once an agent has nothing in hand.
    func untilFree(_ agent: AgentID, at node: SiteNode) async throws {
        while try await node.node.directory.agent(agent)?.contacts.isEmpty != true {
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
