import ContactCenter
import GatewayAPI
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct RecentTokensTests {
    private let request = TokenRequest(label: "night shift", role: .supervisor)
    private let key = CommandID(high: 1, low: 2)

    @Test func simultaneousRequestsWithOneKeyMakeOneToken() async throws {
        let store = MemoryTokenStore()
        let recent = RecentTokens()
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let secrets = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await recent.create(key, request) {
                        arrived.yield()
                        for await _ in gate { break }
                        return try await store.create(request, at: .distant)
                    }.secret
                }
            }
            for await _ in arrivals { break }
            for _ in 0..<100 { await Task.yield() }
            open.finish()
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(secrets.count == 1)
        #expect(store.tokens().count == 1)
    }

    @Test func aKeyOfAnotherRequestIsRefused() async throws {
        let store = MemoryTokenStore()
        let recent = RecentTokens()
        _ = try await recent.create(key, request) { try await store.create(request, at: .distant) }
        await #expect(throws: ProblemError.self) {
            try await recent.revoke(key, "t-1") { try await store.revoke("t-1") }
        }
    }
}
