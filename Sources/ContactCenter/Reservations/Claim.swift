/// An agent of one partition who is free for a contact that waits in another.
public struct Claim: Hashable, Sendable {
    /// Who is free.
    public var agent: AgentID
    /// Number of the agent's floor.
    public var floor: UInt16
    /// What the agent could take.
    public var channels: [Channel]
}
