/// Other limits for one agent than their capacity profile's.
public struct SetCapacity: Hashable, Sendable {
    /// The agent that it is about.
    public var agent: AgentID
    /// The most contacts at once by channel, 0 to 100; channels not mentioned keep the profile's. Empty goes back
    /// to the profile.
    public var maximum: [Channel: Int]

    public init(agent: AgentID, maximum: [Channel: Int]) {
        self.agent = agent
        self.maximum = maximum
    }
}
