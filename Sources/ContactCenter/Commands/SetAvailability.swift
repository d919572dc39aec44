/// What the agent chooses to be.
public struct SetAvailability: Hashable, Sendable {
    /// When it takes effect.
    public enum When: UInt8, CaseIterable, Sendable {
        case now
        /// As soon as the agent has nothing in hand; at once if so already.
        case afterContact
    }

    /// The agent that it is about.
    public var agent: AgentID
    /// What the agent is to be.
    public var state: AvailabilityState
    /// When it takes effect.
    public var when: When

    public init(agent: AgentID, state: AvailabilityState, when: When = .now) {
        self.agent = agent
        self.state = state
        self.when = when
    }
}
