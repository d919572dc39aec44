/// How a scenario is played in virtual time; nothing of it concerns a real center.
public struct SimulationPlan: Hashable, Sendable {
    /// How many times, with other chances each time.
    public var replications = 10
    /// What lies between the sites.
    public var between = VirtualSettings()
    /// What is played of it.
    public var subject = Subject.center

    /// What is played of a scenario.
    public enum Subject: Hashable, Sendable {
        /// Its center.
        case center
        /// One queue over several sites, beside a single site that has all agents.
        case pooling(PoolingPlan)
        /// Single queues, beside Erlang's formulas.
        case erlang([ErlangCase], contacts: Int)
    }

    public init() {}
}
