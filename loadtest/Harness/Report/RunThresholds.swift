import Foundation

/// What a run is held to against another.
public struct RunThresholds: Hashable, Codable, Sendable {
    /// The most that the median from an agent's becoming free to the next waiting contact's offer may be, over the
    /// other's; nil for any.
    public var freedToOfferP50: Double?
    /// The least that the whole lives a second may be, over the other's; nil for any.
    public var livesPerSecond: Double?

    /// Reads them from JSON.
    ///
    /// - Throws: ``HarnessError/Code/file``.
    public init(contentsOf path: String) throws(HarnessError) {
        self = try RunReport.decode(Self.self, from: path)
    }

    /// Holds a run against another.
    public func verdicts(on report: RunReport, against other: RunReport) -> [RunVerdict] {
        let freed = freedToOfferP50.map { limit in
            let (mine, others) = (report.freedToOffer.p50, other.freedToOffer.p50)
            return RunVerdict(
                name: "Freed to offer p50, over that of \(other.scenario)",
                value: Double(mine) / Double(max(1, others)), bound: .atMost(limit),
                isMeasured: report.freedToOffer.count > 0 && other.freedToOffer.count > 0)
        }
        let lives = livesPerSecond.map { limit in
            RunVerdict(
                name: "Whole lives a second, over those of the run that it is held against",
                value: report.livesPerSecond / max(other.livesPerSecond, 0.001), bound: .atLeast(limit),
                isMeasured: report.contacts.completed > 0 && other.contacts.completed > 0)
        }
        return [freed, lives].compactMap { $0 }
    }
}

/// What a threshold says of a run.
public struct RunVerdict: Hashable, Sendable {
    /// How far a value may go.
    public enum Bound: Hashable, Sendable {
        case atMost(Double)
        case atLeast(Double)
    }

    /// What is compared.
    public var name: String
    /// How many times as much as in the other run.
    public var value: Double
    /// How far ``value`` may go.
    public var bound: Bound
    /// Whether both runs have measured it.
    public var isMeasured: Bool

    /// Whether it was measured and is within the bound.
    public var isPassed: Bool {
        guard isMeasured else { return false }
        return switch bound {
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        }
    }

    /// A line for people.
    public var text: String {
        guard isMeasured else { return "MISSED  \(name): not measured in both runs" }
        let limit =
            switch bound {
            case .atMost(let limit): "at most \(limit)"
            case .atLeast(let limit): "at least \(limit)"
            }
        return "\(isPassed ? "kept  " : "MISSED")  \(name): \(String(format: "%.2f", value)) times, \(limit)"
    }
}
