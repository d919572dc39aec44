import Foundation

/// How many times as long a run's latencies may be as those of another run that it is held against.
public struct RunThresholds: Hashable, Codable, Sendable {
    /// For the median from an agent's becoming free to the next waiting contact's offer.
    public var freedToOfferP50: Double

    /// Reads them from JSON.
    ///
    /// - Throws: ``HarnessError/Code/file``.
    public init(contentsOf path: String) throws(HarnessError) {
        self = try RunReport.decode(Self.self, from: path)
    }

    /// Holds a run against another.
    public func verdicts(on report: RunReport, against other: RunReport) -> [RunVerdict] {
        let (mine, others) = (report.freedToOffer.p50, other.freedToOffer.p50)
        return [
            RunVerdict(
                name: "Freed to offer p50, over that of \(other.scenario)",
                value: Double(mine) / Double(max(1, others)), limit: freedToOfferP50,
                isMeasured: report.freedToOffer.count > 0 && other.freedToOffer.count > 0)
        ]
    }
}

/// What a threshold says of a run.
public struct RunVerdict: Hashable, Sendable {
    /// What is compared.
    public var name: String
    /// How many times as long it took as in the other run.
    public var value: Double
    /// The most that ``value`` may be.
    public var limit: Double
    /// Whether both runs have measured it.
    public var isMeasured: Bool

    /// Whether it was measured and is within the limit.
    public var isPassed: Bool { isMeasured && value <= limit }

    /// A line for people.
    public var text: String {
        guard isMeasured else { return "MISSED  \(name): not measured in both runs" }
        let times = String(format: "%.2f", value)
        return "\(isPassed ? "kept  " : "MISSED")  \(name): \(times) times, at most \(limit)"
    }
}
