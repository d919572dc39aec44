import Synchronization

/// What has happened, for tests that wait for it.
final class Moments: Sendable {
    private struct State {
        var counts: [String: Int] = [:]
        var awaiting: [(what: String, count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    /// Notes that something has happened.
    func post(_ what: String) {
        let due = state.withLock { state in
            state.counts[what, default: 0] += 1
            let count = state.counts[what] ?? 0
            let due = state.awaiting.filter { $0.what == what && $0.count <= count }
            state.awaiting.removeAll { $0.what == what && $0.count <= count }
            return due.map(\.continuation)
        }
        for continuation in due { continuation.resume() }
    }

    /// How often something has happened.
    func count(_ what: String) -> Int { state.withLock { $0.counts[what] ?? 0 } }

    /// Waits until something has happened `count` times, for ever if it never does.
    func expect(_ what: String, _ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.counts[what] ?? 0 >= count { return true }
                state.awaiting.append((what, count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}
