/// A distribution of durations in figures, in microseconds; all 0 when nothing was measured.
public struct LatencyFigures: Hashable, Sendable, Codable {
    /// The median.
    public var p50 = 0
    /// The 90th percentile.
    public var p90 = 0
    /// The 99th percentile.
    public var p99 = 0
    /// The 99.9th percentile.
    public var p999 = 0
    /// The longest.
    public var max = 0
    /// How many were measured.
    public var count = 0
}
