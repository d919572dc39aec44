public import ContactCenter

/// What a supervisor's screen begins with.
public struct SupervisorState: Hashable, Sendable {
    /// The most agents in one state; a center with more is looked at page by page.
    public static let agentBound = 1_000

    /// In the order of the configuration.
    public var queues: [QueueView]
    /// In the order of the configuration, at most ``agentBound``.
    public var agents: [AgentView]
    /// Whether every agent is among ``agents``.
    public var isComplete: Bool

    public init(queues: [QueueView], agents: [AgentView], isComplete: Bool) {
        self.queues = queues
        self.agents = agents
        self.isComplete = isComplete
    }
}
