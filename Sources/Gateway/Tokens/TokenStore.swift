public import GatewayAPI

/// Where bearer tokens are kept: their SHA-256 digests, never the tokens themselves.
///
/// A token is 256 random bits, so its digest cannot be searched through; a slow password hash would add nothing. A
/// token is found by its digest, which leaves nothing to be learned from how long a comparison takes.
public protocol TokenStore: Sendable {
    /// The token with this secret; nil when there is none, or it has expired.
    func token(of secret: Substring, at now: DateTime) -> Token?

    /// Every token that was not revoked, oldest first.
    func tokens() -> [Token]

    /// Makes a token.
    ///
    /// - Throws: ``TokenError`` with `notWritten` when it could not be kept: then there is none; `unreadable` when it
    ///   cannot be told which tokens there are; `unknown`.
    func create(_ request: TokenRequest, at now: DateTime) async throws(TokenError) -> CreatedToken

    /// Makes an administrator's token if there is no token at all; nil otherwise.
    ///
    /// - Throws: ``TokenError`` as ``create(_:at:)`` does.
    func createFirst(at now: DateTime) async throws(TokenError) -> CreatedToken?

    /// Makes a token invalid.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: ``TokenError`` with `notWritten` when that could not be kept: then it remains valid; `unreadable` when
    ///   it cannot be told which tokens there are; `unknown`.
    func revoke(_ id: String) async throws(TokenError) -> Bool
}

extension TokenStore {
    public func createFirst(at now: DateTime) async throws(TokenError) -> CreatedToken? {
        guard tokens().isEmpty else { return nil }
        return try await create(.firstAdministrator, at: now)
    }
}

extension TokenRequest {
    /// The token that whoever sets the center up begins with.
    static let firstAdministrator = TokenRequest(label: "first administrator", role: .administrator)
}
