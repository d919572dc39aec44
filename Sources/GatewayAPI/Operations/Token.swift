/// A bearer token without its secret.
public struct Token: Codable, Hashable, Sendable {
    /// Names the token; not secret.
    public var id: String
    /// For people.
    public var label: String
    /// What its bearer may do.
    public var role: Role
    /// The agent it is bound to; nil unless its role is `agent`.
    public var agent: String?
    /// When it was made.
    public var createdAt: DateTime
    /// When it ceases to be valid, by the node's machine's clock; nil for never.
    public var expiresAt: DateTime?
    /// When it was last used since the node was started; nil when it was not.
    public var lastUsedAt: DateTime?

    public init(
        id: String, label: String, role: Role, agent: String? = nil, createdAt: DateTime, expiresAt: DateTime? = nil,
        lastUsedAt: DateTime? = nil
    ) {
        self.id = id
        self.label = label
        self.role = role
        self.agent = agent
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
    }

    /// What the bearer may do.
    public enum Role: String, CaseIterable, Codable, Sendable {
        /// Everything.
        case administrator
        /// Sees everything, and steps in with contacts and agents.
        case supervisor
        /// Acts for the one agent it is bound to.
        case agent
        /// Brings contacts in and tells what their customers do.
        case connector
    }
}
