import Histogram

/// A distribution of durations in microseconds.
struct Latency: Sendable {
    private var histogram = Histogram<UInt64>(
        highestTrackableValue: 3_600_000_000, numberOfSignificantValueDigits: .three)

    mutating func record(_ microseconds: Int64) {
        histogram.record(UInt64(min(max(microseconds, 0), 3_600_000_000)))
    }

    var figures: LatencyFigures {
        guard histogram.totalCount > 0 else { return LatencyFigures() }
        return LatencyFigures(
            p50: value(50), p90: value(90), p99: value(99), p999: value(99.9), max: Int(histogram.max),
            count: Int(histogram.totalCount))
    }

    /// The durations at rising percentiles, for a curve.
    var curve: [PercentilePoint] {
        guard histogram.totalCount > 0 else { return [] }
        return [0, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100].map { percentile in
            PercentilePoint(percentile: percentile, microseconds: value(percentile))
        }
    }

    private func value(_ percentile: Double) -> Int { Int(histogram.valueAtPercentile(percentile)) }
}
