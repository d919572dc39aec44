import Foundation

/// What a check of calendars found.
public struct CalendarReport: Codable, Sendable {
    /// What was compared with the oracle.
    public let compared: CalendarFigures
    /// How fast `open at` is.
    public let rate: OpenAtRate
    /// The least that it may be, a second.
    public let least: Double

    public init(compared: CalendarFigures, rate: OpenAtRate, least: Double) {
        self.compared = compared
        self.rate = rate
        self.least = least
    }

    /// Whether nothing differed and `open at` is fast enough.
    public var isPassed: Bool {
        compared.differences == 0 && compared.instants > 0 && rate.openAtPerSecond >= least
    }

    /// For people.
    public var text: String {
        let examples = compared.examples.map { "  \($0)\n" }.joined()
        return """
            \(compared.zones) time zones, \(compared.offsetChanges) changes of offset
            \(compared.instants) instants, \(compared.changes) openings and closings, \(compared.openTimes) open times
            \(compared.differences) differences from the oracle
            \(examples)open at: \(Self.millions(rate.openAtPerSecond)) million a second on one core, at least \
            \(Self.millions(least)); a look into a table of the week: \(Self.millions(rate.floorPerSecond)) million
            \(isPassed ? "passed" : "FAILED")
            """
    }

    private static func millions(_ rate: Double) -> String { String(format: "%.1f", rate / 1_000_000) }
}
