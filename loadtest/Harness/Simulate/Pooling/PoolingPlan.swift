/// One queue over several sites, held against a single site that has all agents.
public struct PoolingPlan: Hashable, Sendable {
    /// Numbers of sites; each is played at each load.
    public var sites = [2]
    /// Arrivals in the mean of a handling time, by agent.
    public var loads = [0.92]
    /// How many agents all sites have together.
    public var agents = 120
    /// How much longer contacts may wait than in a single site, as a share of that wait; or two round trips, whichever
    /// is more.
    public var tolerance = 0.05

    public init() {}
}
