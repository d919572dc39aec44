/// A promise that a run broke.
public struct Violation: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The promise.
    public var rule: Rule
    /// What happened, to what: a sentence for people.
    public var what: String
    /// The lines of the history that show it, in rising order.
    public var lines: [Int]

    public init(_ rule: Rule, _ what: String, lines: [Int]) {
        self.rule = rule
        self.what = what
        self.lines = lines.sorted()
    }

    public var description: String {
        let places = lines.map(String.init).joined(separator: ", ")
        return "\(rule.rawValue): \(what) (\(lines.count == 1 ? "line" : "lines") \(places))"
    }
}
