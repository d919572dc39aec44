/// One agent as the contact's explanation sees them.
public struct ConsideredAgent: Hashable, Sendable {
    /// The agent.
    public var agent: AgentID
    /// What kind of thing stands in the way.
    public var obstacle: Obstacle
    /// A sentence for people.
    public var text: String
    /// The clauses of the requirement that the agent fails; empty when the requirement is met.
    public var unmet: [String]

    public init(agent: AgentID, obstacle: Obstacle, text: String, unmet: [String] = []) {
        self.agent = agent
        self.obstacle = obstacle
        self.text = text
        self.unmet = unmet
    }
}

/// How many agents one kind of obstacle keeps from a contact.
public struct ObstacleCount: Hashable, Sendable {
    /// What kind of thing stands in the way.
    public var obstacle: Obstacle
    /// How many agents it keeps.
    public var agents: Int

    public init(obstacle: Obstacle, agents: Int) {
        self.obstacle = obstacle
        self.agents = agents
    }
}
