/// Durations of many operations of one kind, in nanoseconds.
public struct Latencies: Hashable, Codable, Sendable {
    /// How many operations were measured.
    public let count: Int
    /// The median, in nanoseconds.
    public let p50: Int
    /// The 99th percentile, in nanoseconds.
    public let p99: Int
    /// The 99.9th percentile, in nanoseconds.
    public let p999: Int
    /// The longest, in nanoseconds.
    public let max: Int

    /// - Parameter samples: In nanoseconds, in any order; none at all gives zeros.
    public init(nanoseconds samples: [Int]) {
        let sorted = samples.sorted()
        func quantile(_ share: Double) -> Int {
            sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
        }
        count = sorted.count
        p50 = quantile(0.5)
        p99 = quantile(0.99)
        p999 = quantile(0.999)
        max = sorted.last ?? 0
    }
}

/// Collects the durations of operations of one kind.
struct LatencyRecorder {
    private let clock = ContinuousClock()
    private var samples: [Int] = []

    init(capacity: Int) { samples.reserveCapacity(capacity) }

    var latencies: Latencies { Latencies(nanoseconds: samples) }

    /// Carries out an operation and notes how long it took.
    mutating func measure<Value>(_ operation: () throws -> Value) rethrows -> Value {
        let start = clock.now
        let value = try operation()
        let duration = clock.now - start
        samples.append(
            Int(duration.components.attoseconds / 1_000_000_000) + Int(duration.components.seconds) * 1_000_000_000)
        return value
    }
}
