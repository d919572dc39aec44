import ContactCenter
import GatewayAPI

/// Who makes a request.
struct Bearer: Hashable, Sendable {
    /// The token's id.
    let token: String
    let role: Token.Role
    /// The agent it is bound to; nil unless its role is `agent`.
    let agent: AgentID?

    init(_ token: Token) {
        self.token = token.id
        role = token.role
        agent = token.agent.map { AgentID($0) }
    }
}
