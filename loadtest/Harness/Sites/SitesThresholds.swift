/// What a cluster of several sites has to keep, as a ratio to one node in the same run.
public struct SitesThresholds: BenchmarkThresholds, Hashable, Codable, Sendable {
    /// The least that its whole lives a second may be of the one node's.
    public var livesPerSecond: Double

    /// Judges a report.
    public func verdicts(on report: PairedReport) -> [CoreVerdict] {
        report.pairs.prefix(1).map { pair in
            CoreVerdict(
                name: "whole lives a second, one node / sites", value: 1 / max(pair.ratio, .leastNonzeroMagnitude),
                limit: 1 / livesPerSecond, unit: "×", isBinding: true)
        }
    }
}
