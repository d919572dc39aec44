/// What an offer over NATS and JetStream has to keep, as ratios to the floor of the same run.
public struct OffersThresholds: BenchmarkThresholds, Hashable, Codable, Sendable {
    /// The most that the median from arrival to offer may be of the floor's.
    public var p50Ratio: Double
    /// The same of the 99th percentile.
    public var p99Ratio: Double

    /// Judges a report.
    public func verdicts(on report: PairedReport) -> [CoreVerdict] {
        zip(report.pairs, [p50Ratio, p99Ratio]).map { pair, limit in
            CoreVerdict(
                name: "arrival to offer / floor, \(pair.name.prefix(3))", value: pair.ratio, limit: limit, unit: "×",
                isBinding: true)
        }
    }
}
