/// What a single queue came to, beside what Erlang's formulas say.
public struct ErlangComparison: Codable, Sendable {
    /// Arrivals in the mean of a handling time.
    public var load: Double
    /// How many agents serve it.
    public var agents: Int
    /// Mean patience in seconds; nil where nobody gives up.
    public var patienceSeconds: Double?
    /// By figure: the formula's and the played one.
    public var figures: [Figure]

    /// One figure.
    public struct Figure: Codable, Sendable {
        /// What it is, such as `mean wait`.
        public var name: String
        /// What the formula says.
        public var exact: Double
        /// What was played; of a confidence so high that all intervals of a study together hold with 95 %.
        public var played: Interval

        /// Whether they agree.
        public var agrees: Bool { played.contains(exact) }
    }

    /// Whether all figures agree.
    public var agrees: Bool { figures.allSatisfy(\.agrees) }
}
