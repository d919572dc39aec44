/// What a scenario came to in virtual time, and what another came to on the same arrivals.
public struct SimulationReport: Codable, Sendable {
    /// The scenario's name.
    public var scenario: String
    /// The other's; nil when there is none.
    public var against: String?
    /// How many sites, and how many agents, the center has.
    public var sites: Int
    /// How many agents the center has.
    public var agents: Int
    /// How many times it was played.
    public var replications: Int
    /// For how long contacts came in each time, in seconds.
    public var seconds: Double
    /// Contacts that came in, in all replications.
    public var contacts: Int
    /// Commands that the floors carried out, in all replications.
    public var commands: Int
    /// How long all that took, in seconds.
    public var playedInSeconds: Double
    /// What was measured.
    public var measures: [Measure]

    /// One figure, with its 95 % confidence interval over the replications.
    public struct Measure: Codable, Sendable {
        /// What it is, such as `meanWaitSeconds`.
        public var name: String
        /// The scenario's.
        public var value: Interval
        /// The other's; nil when there is none.
        public var against: Interval?
        /// By how much the scenario's is above the other's, on the same arrivals; nil when there is no other.
        public var difference: Interval?
    }
}
