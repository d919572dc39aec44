/// What remote calls have to keep, as ratios to bare requests of libnats in the same run.
public struct RemoteThresholds: BenchmarkThresholds, Hashable, Codable, Sendable {
    /// The most that a call's median may be of a request's.
    public var p50Ratio: Double
    /// The most that the requests' rate may be of the calls' with 64 outstanding.
    public var rawRateAt64: Double
    /// The most that the requests' rate may be of the calls' with 1,024 outstanding.
    public var rawRateAt1024: Double

    /// Judges a report.
    public func verdicts(on report: PairedReport) -> [CoreVerdict] {
        let ratios = report.pairs.map(\.ratio)
        let judged = [
            ("p50 of a call / of a request", ratios[0], p50Ratio),
            ("requests / calls a second, 64 outstanding", 1 / ratios[2], rawRateAt64),
            ("requests / calls a second, 1,024 outstanding", 1 / ratios[3], rawRateAt1024),
        ]
        return judged.map { name, value, limit in
            CoreVerdict(name: name, value: value, limit: limit, unit: "×", isBinding: true)
        }
    }
}
