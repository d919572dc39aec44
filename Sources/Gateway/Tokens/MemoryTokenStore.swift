public import GatewayAPI
import Synchronization

/// Tokens that are forgotten with the process; for tests.
public final class MemoryTokenStore: TokenStore {
    private let table = Mutex(TokenTable())

    public init() {}

    public func token(of secret: Substring, at now: DateTime) -> Token? {
        table.withLock { $0.use(secret, at: now) }
    }

    public func tokens() -> [Token] { table.withLock { $0.tokens } }

    public func create(_ request: TokenRequest, at now: DateTime) async throws(TokenError) -> CreatedToken {
        table.withLock { $0.create(request, at: now) }
    }

    public func revoke(_ id: String) async throws(TokenError) -> Bool { table.withLock { $0.revoke(id) } }
}
