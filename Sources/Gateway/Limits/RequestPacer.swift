import Synchronization

/// Bounds how many requests each token may make: a bucket that fills at a steady rate up to a burst.
final class RequestPacer: Sendable {
    private struct Bucket {
        var left: Double
        var at: ContinuousClock.Instant
    }
    private let buckets = Mutex<[String: Bucket]>([:])
    private let rate: Double
    private let burst: Double

    init(rate: Double, burst: Double) {
        self.rate = rate
        self.burst = burst
    }

    /// Takes one request out of the token's bucket.
    ///
    /// - Returns: nil when there was one; otherwise how long until there is.
    func take(_ token: String, now: ContinuousClock.Instant) -> Duration? {
        buckets.withLock { buckets in
            var bucket = buckets[token] ?? Bucket(left: burst, at: now)
            bucket.left = min(burst, bucket.left + bucket.at.duration(to: now) / .seconds(1) * rate)
            bucket.at = now
            defer { buckets[token] = bucket }
            guard bucket.left >= 1 else { return .seconds((1 - bucket.left) / rate) }
            bucket.left -= 1
            return nil
        }
    }
}
