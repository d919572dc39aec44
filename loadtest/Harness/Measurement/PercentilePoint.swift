/// A point of a distribution.
public struct PercentilePoint: Hashable, Sendable, Codable {
    /// Percentile, 0 to 100.
    public var percentile: Double
    /// The duration that so many per cent did not exceed.
    public var microseconds: Int
}
