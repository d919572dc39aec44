/// What the rounds of one fault came to.
public struct FaultFigures: Hashable, Sendable, Codable {
    /// The fault.
    public var fault: CrashFault
    /// How long no new contact was accepted in each round, in seconds: of a killed node from its start on, otherwise
    /// from the instant on at which the fault begins or, where nobody can be expected to serve meanwhile, ends.
    public var awaySeconds: [Double]
    /// In what the live state differed from the journal after any round; empty when they always agreed.
    public var differences: [String]

    public init(fault: CrashFault, awaySeconds: [Double], differences: [String]) {
        self.fault = fault
        self.awaySeconds = awaySeconds
        self.differences = differences
    }

    /// The figures in a line.
    public var text: String {
        let sorted = awaySeconds.sorted()
        let median = sorted.isEmpty ? nil : sorted[sorted.count / 2]
        return "\(fault.rawValue): \(sorted.count) rounds, new contacts accepted again after "
            + "\(Phrase.seconds(median)) (median), \(Phrase.seconds(sorted.last)) (most)"
            + differences.prefix(10).map { "\n  differs: \($0)" }.joined()
    }
}
