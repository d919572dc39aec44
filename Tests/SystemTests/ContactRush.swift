import GatewayAPI
import GatewayClient
import Synchronization
import Testing

/// Customers who call a node side by side, each again as soon as they are through, until it takes no more.
final class ContactRush: Sendable {
    static let queue = "support"
    private static let callers = 16
    private static let milestone = 200

    private let node: RunningNode
    private let opened = Mutex<Set<String>>([])

    init(node: RunningNode) {
        self.node = node
    }

    /// Rushes until `end` was carried out, which begins when 200 contacts are open.
    ///
    /// - Returns: The contacts that the node acknowledged.
    func run(until end: @Sendable () async -> Bool) async throws -> Set<String> {
        let (milestones, reached) = AsyncStream.makeStream(of: Void.self)
        try await node.withClient { client async throws in
            await withDiscardingTaskGroup { group in
                for _ in 0..<Self.callers {
                    group.addTask { await self.openContacts(by: client, reached) }
                }
                for await _ in milestones { break }
                #expect(await end())
            }
        }
        return opened.withLock { $0 }
    }

    private func openContacts(by client: GatewayClient, _ reached: AsyncStream<Void>.Continuation) async {
        let request = OpenContactRequest(channel: .voice, queue: Self.queue)
        while let contact = try? await client.openContact(request).contact {
            let count = opened.withLock { opened in
                opened.insert(contact)
                return opened.count
            }
            if count == Self.milestone { reached.yield() }
        }
    }
}
