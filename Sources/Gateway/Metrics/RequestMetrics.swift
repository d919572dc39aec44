import Synchronization

/// Counts requests and how long they took, by route, method and status.
final class RequestMetrics: Sendable {
    /// Upper bounds of the buckets of durations, in seconds.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10]

    struct Key: Hashable, Comparable, Sendable {
        let route: String
        let method: String
        let status: Int

        static func < (left: Key, right: Key) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    struct Figures: Sendable {
        var count = 0
        var seconds = 0.0
        /// How many took at most as long as each bound.
        var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    }

    private let figures = Mutex<[Key: Figures]>([:])
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]

    /// Notes a request that was answered.
    func note(route: String, method: String, status: Int, duration: Duration) {
        let seconds = duration / .seconds(1)
        let key = Key(route: route, method: Self.methods.contains(method) ? method : "other", status: status)
        let bucket = Self.bounds.firstIndex { seconds <= $0 }
        figures.withLock { figures in
            figures[key, default: Figures()].count += 1
            figures[key, default: Figures()].seconds += seconds
            if let bucket { figures[key, default: Figures()].buckets[bucket] += 1 }
        }
    }

    /// What was counted so far, in the order of the keys.
    func snapshot() -> [(key: Key, figures: Figures)] {
        figures.withLock { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }
}
