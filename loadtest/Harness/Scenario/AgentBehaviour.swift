public import ContactCenter

/// How agents behave.
public struct AgentBehaviour: Hashable, Sendable {
    /// The most agents that are played; nil for all of the center.
    public var count: Int?
    /// Who is played; empty for the first of the center.
    public var names: [AgentID] = []
    /// Mean of the time until an offer is answered, exponentially distributed.
    public var answer: Duration = .zero
    /// Share of offers that are rejected.
    public var reject = 0.0
    /// Share of offers that are left unanswered.
    public var ignore = 0.0

    public init() {}
}
