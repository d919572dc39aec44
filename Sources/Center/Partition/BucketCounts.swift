/// A histogram with fixed bounds, as Prometheus has them; taking a value in allocates nothing.
public struct BucketCounts: Hashable, Sendable {
    /// The largest value of each bucket, rising; what is above the last is in ``count`` and ``sum`` alone.
    public let bounds: [Double]
    /// How many values are in each bucket and in none before it.
    public private(set) var counts: [Int]
    /// How many values were taken in.
    public private(set) var count = 0
    /// All values together.
    public private(set) var sum = 0.0

    /// Counts without a value.
    public init(bounds: [Double]) {
        self.bounds = bounds
        counts = [Int](repeating: 0, count: bounds.count)
    }

    init(bounds: [Double], counts: [Int], count: Int, sum: Double) {
        self.bounds = bounds
        self.counts = counts
        self.count = count
        self.sum = sum
    }

    /// Takes a value in. Complexity: O(bounds).
    public mutating func record(_ value: Double) {
        count += 1
        sum += value
        if let bucket = bounds.firstIndex(where: { value <= $0 }) { counts[bucket] += 1 }
    }
}
