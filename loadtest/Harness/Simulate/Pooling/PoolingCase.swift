/// What one number of sites came to at one load. Every mean wait is of all contacts, those that were given up included.
public struct PoolingCase: Codable, Sendable {
    /// How many sites share the queue.
    public var sites: Int
    /// Arrivals in the mean of a handling time, by agent.
    public var load: Double
    /// How many agents all sites have together.
    public var agents: Int
    /// From one site to another and back.
    public var roundTripSeconds: Double
    /// Sundial's mean wait: the pooled one, and what Sundial's was above it on the same contacts.
    public var meanWaitSeconds: Double
    /// Half the width of its 95 % confidence interval.
    public var meanWaitHalfWidth: Double
    /// Sundial's mean wait as played, without help of the pooled one.
    public var playedMeanWait: Interval
    /// Mean wait of a single site with all agents, by Erlang A, or by Erlang C where nobody gives up.
    public var pooledMeanWaitSeconds: Double
    /// The same as played on the same contacts.
    public var pooledPlayedMeanWait: Interval
    /// Mean wait where each site gets its share and keeps it.
    public var splitMeanWaitSeconds: Double
    /// Half the width of its 95 % confidence interval.
    public var splitMeanWaitHalfWidth: Double
    /// Mean wait where each contact goes, for good, where the least wait is predicted when it comes in.
    public var leastWaitMeanWaitSeconds: Double
    /// Half the width of its 95 % confidence interval.
    public var leastWaitMeanWaitHalfWidth: Double
    /// The longest mean wait that would do.
    public var limitSeconds: Double
    /// Share of contacts that agents of another site answered.
    public var answeredAcross: Double
    /// Agents that asked another site for a contact in vain, by contact.
    public var claimsInVain: Double
    /// Times that another site was asked for an agent in vain, by contact.
    public var askedInVain: Double
    /// Summaries that sites sent, by contact.
    public var summaries: Double
    /// Contacts that came in, in all replications.
    public var contacts: Int

    /// Whether Sundial's mean wait is within the limit.
    public var isMet: Bool { meanWaitSeconds <= limitSeconds }
}
