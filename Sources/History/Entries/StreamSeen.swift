public import ContactCenter

/// An agent's event stream was opened or has gone.
public struct StreamSeen: Hashable, Sendable {
    /// The agent.
    public var agent: AgentID
    /// Whether it is there from now on. A stream that is opened and does not go on behind the last event that was
    /// received is recorded as gone first.
    public var isOpen: Bool

    public init(agent: AgentID, isOpen: Bool) {
        self.agent = agent
        self.isOpen = isOpen
    }
}
