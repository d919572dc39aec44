import Cluster
import GatewayAPI
import Testing

@testable import Gateway

@Suite("Tokens in a journal that every node follows")
struct JournalTokenStoreTests {
    private let now = DateTime(microseconds: 1_000_000)
    private let store = MemoryJournalStore(overtaking: .seenInEnd)
    private let network = MemoryNetwork()

    private func node(_ number: UInt64, over journal: (any Journal)? = nil) async throws -> JournalTokenStore {
        let tokens = JournalTokenStore(
            partition: PartitionID(site: "@tokens", number: 0), incarnation: number,
            journal: journal ?? MemoryJournal(store: store),
            broadcast: network.makeBroadcast(for: NodeID("node-\(number)")),
            clock: SystemProtocolClock())
        try await tokens.open()
        return tokens
    }

    private func bytes() -> String {
        store.entries.map { String(decoding: $0.record.payload, as: UTF8.self) }.joined()
    }

    @Test("a token made at one node holds at another, and after a restart, until it is revoked anywhere")
    func everywhere() async throws {
        let (one, two) = (try await node(1), try await node(2))
        let created = try await one.create(TokenRequest(label: "phone", role: .agent, agent: "ada"), at: now)
        #expect(one.token(of: created.secret[...], at: now)?.agent == "ada")
        try await two.follow()
        #expect(two.token(of: created.secret[...], at: now)?.agent == "ada")
        #expect(!bytes().contains(created.secret))

        #expect(try await two.revoke(created.token.id))
        #expect(two.token(of: created.secret[...], at: now) == nil)
        try await one.follow()
        #expect(one.token(of: created.secret[...], at: now) == nil)
        #expect(try await !one.revoke(created.token.id))
        #expect(try await node(3).tokens().isEmpty)
    }

    @Test("of nodes that start together one makes the first administrator's token")
    func first() async throws {
        let nodes = [try await node(1), try await node(2), try await node(3)]
        let made = try await withThrowingTaskGroup(of: CreatedToken?.self) { group in
            for node in nodes { group.addTask { try await node.createFirst(at: now) } }
            return try await group.reduce(into: []) { made, token in made += token.map { [$0] } ?? [] }
        }
        #expect(made.count == 1)
        for node in nodes {
            try await node.follow()
            #expect(node.tokens() == made.map(\.token))
        }
    }

    @Test("changes that several nodes make at once are all kept")
    func together() async throws {
        let nodes = [try await node(1), try await node(2), try await node(3)]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, node) in nodes.enumerated() {
                group.addTask {
                    for number in 0..<20 {
                        let request = TokenRequest(label: "\(place)-\(number)", role: .connector)
                        _ = try await node.create(request, at: now)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(Set(try await node(4).tokens().map(\.label)).count == 60)
        #expect(store.entries.count == 60)
    }

    @Test(
        "a change whose append was never answered is made once, whatever became of it",
        arguments: [[DoubtfulJournal.Fate.kept], [.lost], [.lost, .lost, .kept], [.lost, .kept]])
    func doubtful(fates: [DoubtfulJournal.Fate]) async throws {
        let tokens = try await node(1, over: DoubtfulJournal(store, fates: fates))
        let created = try await tokens.create(TokenRequest(label: "phone", role: .connector), at: now)
        #expect(tokens.tokens() == [created.token])
        #expect(store.entries.count == 1)
    }

    @Test("what a stranger wrote among the tokens says nothing and stops nothing")
    func strangers() async throws {
        let one = try await node(1)
        let created = try await one.create(TokenRequest(label: "phone", role: .connector), at: now)
        let journal = MemoryJournal(store: store)
        let end = try await journal.open().last
        _ = try await journal.append(
            JournalRecord(
                partition: PartitionID(site: "@tokens", number: 0), epoch: 0, incarnation: 9, id: 1, follows: end,
                kind: .commands, payload: []))
        try await one.follow()
        #expect(try await one.revoke(created.token.id))
        #expect(try await node(2).tokens().isEmpty)
    }

    @Test("the journal is compacted, and whoever lagged behind or starts then has every token all the same")
    func compaction() async throws {
        let (one, behind) = (try await node(1), try await node(2))
        let created = try await one.create(TokenRequest(label: "kept", role: .connector), at: now)
        for number in 0..<(JournalTokenStore.recordsKept / 2 + 1) {
            let token = try await one.create(TokenRequest(label: "\(number)", role: .connector), at: now)
            #expect(try await one.revoke(token.token.id))
        }
        #expect(store.entries.count < 8)
        try await behind.follow()
        let fresh = try await node(3)
        for tokens in [one, behind, fresh] {
            #expect(tokens.tokens() == [created.token])
            #expect(tokens.token(of: created.secret[...], at: now)?.label == "kept")
        }
        #expect(try await behind.revoke(created.token.id))
        try await fresh.follow()
        #expect(fresh.tokens().isEmpty)
    }

    @Test("a change that the journal does not take is not made, and says so")
    func unavailable() async throws {
        let tokens = try await node(1)
        store.seize()
        await #expect(throws: TokenError.self) {
            try await tokens.create(TokenRequest(label: "phone", role: .connector), at: now)
        }
        #expect(tokens.tokens().isEmpty)
    }
}
