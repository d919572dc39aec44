/// A part of a requirement that somebody does not meet.
public struct UnmetClause: Hashable, Sendable, CustomStringConvertible {
    /// The clause, as the canonical text has it: `billing >= 5`.
    public let clause: String
    /// What there is instead: `3`, `'silver'`; nil where it is not known, empty for a whole group that is not to be met
    /// but is.
    public let actual: String?

    init(clause: String, actual: String?) {
        self.clause = clause
        self.actual = actual
    }

    /// `billing >= 5 (has 3)`.
    public var description: String {
        guard let actual else { return "\(clause) (not known)" }
        return actual.isEmpty ? "\(clause) (is met)" : "\(clause) (has \(actual))"
    }
}
