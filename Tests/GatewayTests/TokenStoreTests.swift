import Foundation
import Gateway
import GatewayAPI
import Testing

@Suite struct TokenStoreTests {
    private let now = DateTime(microseconds: 1_000_000)

    @Test func tokensSurviveInAFileThatOnlyItsOwnerReads() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("tokens.json").path
        let store = try FileTokenStore(path: path)
        let first = try #require(try await store.createFirst(at: now))
        #expect(first.secret.hasPrefix("sdl_"))
        #expect(try await store.createFirst(at: now) == nil)
        let second = try await store.create(TokenRequest(label: "two", role: .agent, agent: "ada"), at: now)
        #expect(try await store.revoke(first.token.id))

        let again = try FileTokenStore(path: path)
        #expect(again.token(of: first.secret[...], at: now) == nil)
        #expect(again.token(of: second.secret[...], at: now)?.agent == "ada")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!text.contains(second.secret))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func anExpiredTokenIsNotKnown() async throws {
        let store = MemoryTokenStore()
        let later = DateTime(microseconds: 2_000_000)
        let created = try await store.create(
            TokenRequest(label: "short", role: .connector, expiresAt: later), at: now)
        #expect(store.token(of: created.secret[...], at: now) != nil)
        #expect(store.token(of: created.secret[...], at: later) == nil)
    }

    @Test func aFileThatIsNoTokensIsRefused() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("nonsense".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: TokenError.self) { try FileTokenStore(path: path) }
    }
}
