import Synchronization

/// Counts the event streams that are open, of each token and altogether.
final class StreamCensus: Sendable {
    private struct Counts {
        var all = 0
        var byToken: [String: Int] = [:]
    }
    private let counts = Mutex(Counts())
    private let limits: GatewayLimits

    init(limits: GatewayLimits) {
        self.limits = limits
    }

    /// How many are open.
    var open: Int { counts.withLock { $0.all } }

    /// Whether the token may open one more.
    func hasRoom(for token: String) -> Bool {
        counts.withLock { $0.all < limits.streams && $0.byToken[token, default: 0] < limits.streamsPerToken }
    }

    /// Counts a stream in, if it may be opened.
    func enter(_ token: String) -> Bool {
        counts.withLock { counts in
            guard counts.all < limits.streams, counts.byToken[token, default: 0] < limits.streamsPerToken else {
                return false
            }
            counts.all += 1
            counts.byToken[token, default: 0] += 1
            return true
        }
    }

    /// Counts a stream out.
    func leave(_ token: String) {
        counts.withLock { counts in
            counts.all -= 1
            let left = counts.byToken[token, default: 1] - 1
            counts.byToken[token] = left > 0 ? left : nil
        }
    }
}
