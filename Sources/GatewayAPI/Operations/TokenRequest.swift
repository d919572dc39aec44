/// Body of `POST /v1/tokens`.
public struct TokenRequest: Codable, Hashable, Sendable {
    /// For people; at most 100 characters.
    public var label: String
    /// What its bearer may do.
    public var role: Token.Role
    /// The agent it is bound to; given if and only if the role is `agent`.
    public var agent: String?
    /// When it ceases to be valid, by the node's machine's clock; nil for never.
    public var expiresAt: DateTime?

    public init(label: String, role: Token.Role, agent: String? = nil, expiresAt: DateTime? = nil) {
        self.label = label
        self.role = role
        self.agent = agent
        self.expiresAt = expiresAt
    }
}
