import GatewayAPI
import Synchronization

@testable import Gateway

/// Tokens that are forgotten with the process.
final class MemoryTokenStore: TokenStore {
    private let table = Mutex(TokenTable())

    func token(of secret: Substring, at now: DateTime) -> Token? {
        table.withLock { $0.use(secret, at: now) }
    }

    func tokens() -> [Token] { table.withLock { $0.tokens } }

    func create(_ request: TokenRequest, at now: DateTime) async throws(TokenError) -> CreatedToken {
        table.withLock { $0.create(request, at: now) }
    }

    func revoke(_ id: String) async throws(TokenError) -> Bool { table.withLock { $0.revoke(id) } }
}
