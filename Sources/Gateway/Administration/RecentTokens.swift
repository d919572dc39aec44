import Cluster
import ContactCenter
import GatewayAPI

/// What was lately done with tokens, so that a repeated request gets the same answer.
///
/// Tokens are not in the journal, and a secret is kept nowhere but here, in memory and for the last 256 requests:
/// beyond that, or after a restart, a repeated request makes another token. Requests are carried out one after another,
/// so that of two with one key the second finds what the first has done.
actor RecentTokens {
    private static let bound = 256

    private enum Outcome {
        case created(TokenRequest, CreatedToken)
        case revoked(String, Bool)
    }
    private var outcomes: [CommandID: Outcome] = [:]
    private var order: [CommandID] = []
    private let turn = AsyncLock()

    /// Makes a token unless this key made one already.
    func create(
        _ key: CommandID, _ request: TokenRequest, _ make: @Sendable () async throws -> CreatedToken
    ) async throws -> CreatedToken {
        await turn.lock()
        defer { turn.unlock() }
        if let created = try known(key, request) { return created }
        let created = try await make()
        note(key, .created(request, created))
        return created
    }

    /// Revokes a token unless this key did so already.
    func revoke(_ key: CommandID, _ id: String, _ revoke: @Sendable () async throws -> Bool) async throws -> Bool {
        await turn.lock()
        defer { turn.unlock() }
        if case .revoked(id, let was) = outcomes[key] { return was }
        if outcomes[key] != nil { throw Self.reused }
        let was = try await revoke()
        note(key, .revoked(id, was))
        return was
    }

    private func known(_ key: CommandID, _ request: TokenRequest) throws(ProblemError) -> CreatedToken? {
        switch outcomes[key] {
        case nil: return nil
        case .created(request, let created): return created
        default: throw Self.reused
        }
    }

    private func note(_ key: CommandID, _ outcome: Outcome) {
        outcomes[key] = outcome
        order.append(key)
        if order.count > Self.bound { outcomes[order.removeFirst()] = nil }
    }

    private static var reused: ProblemError {
        ProblemError(.commandReused, "This Idempotency-Key was used for another request; make a new one.")
    }
}
