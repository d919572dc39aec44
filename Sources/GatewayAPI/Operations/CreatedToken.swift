/// Answer to `POST /v1/tokens`; the only time the secret is shown.
public struct CreatedToken: Codable, Hashable, Sendable {
    /// The token, without its secret.
    public var token: Token
    /// What to send as `Authorization: Bearer …`.
    public var secret: String

    public init(token: Token, secret: String) {
        self.token = token
        self.secret = secret
    }
}
