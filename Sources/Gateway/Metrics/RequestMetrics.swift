import Center
import Synchronization

/// Counts requests and how long they took, by route, method and status.
final class RequestMetrics: Sendable {
    /// Upper bounds of the buckets of durations, in seconds.
    private static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10]

    struct Key: Hashable, Comparable, Sendable {
        let route: String
        let method: String
        let status: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    private let seconds = Mutex<[Key: BucketCounts]>([:])
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

    /// Notes a request that was answered.
    func note(route: String, method: String, status: Int, duration: Duration) {
        let seconds = duration / .seconds(1)
        let key = Key(route: route, method: Self.methods.contains(method) ? method : "other", status: status)
        self.seconds.withLock { $0[key, default: BucketCounts(bounds: Self.bounds)].record(seconds) }
    }

    /// How many seconds requests took so far, in the order of the keys.
    func snapshot() -> [(key: Key, seconds: BucketCounts)] {
        seconds.withLock { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }
}
