/// What the rounds of one fault came to.
public struct FaultFigures: Hashable, Sendable, Codable {
    /// What one round came to.
    public struct Round: Hashable, Sendable, Codable {
        /// How long the struck partition accepted no new contact, in seconds: of a killed node from its start on,
        /// otherwise from the instant on at which the fault begins or, where nobody can be expected to serve meanwhile,
        /// ends.
        public var awaySeconds: Double
        /// After how many of these seconds the others found the owner missing; nil where that is not how it goes.
        public var detectionSeconds: Double?

        public init(awaySeconds: Double, detectionSeconds: Double? = nil) {
            self.awaySeconds = awaySeconds
            self.detectionSeconds = detectionSeconds
        }

        /// Seconds from when the owner was found missing until its successor accepted a new contact; nil where nobody
        /// was missed.
        public var takeoverSeconds: Double? { detectionSeconds.map { max(0, awaySeconds - $0) } }
    }

    /// The fault.
    public var fault: CrashFault
    /// Its rounds.
    public var rounds: [Round]
    /// In what the live state differed from the journal after any round; empty when they always agreed.
    public var differences: [String]

    public init(fault: CrashFault, rounds: [Round], differences: [String]) {
        self.fault = fault
        self.rounds = rounds
        self.differences = differences
    }

    /// The figures in a line, or two where an owner was missed.
    public var text: String {
        let takeovers = rounds.compactMap(\.takeoverSeconds)
        let missed =
            takeovers.isEmpty
            ? ""
            : "\n  owner found missing after \(Self.spread(rounds.compactMap(\.detectionSeconds))), taken over "
                + "\(Self.spread(takeovers)) after that"
        return "\(fault.rawValue): \(rounds.count) rounds, new contacts accepted again after "
            + Self.spread(rounds.map(\.awaySeconds)) + missed
            + differences.prefix(10).map { "\n  differs: \($0)" }.joined()
    }

    private static func spread(_ seconds: [Double]) -> String {
        let sorted = seconds.sorted()
        let median = sorted.isEmpty ? nil : sorted[sorted.count / 2]
        return "\(Phrase.seconds(median)) (median), \(Phrase.seconds(sorted.last)) (most)"
    }
}
