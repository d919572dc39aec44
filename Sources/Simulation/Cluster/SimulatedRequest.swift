import Center
import Cluster
import Synchronization

/// A request from outside on its way to a node and back: answered at most once, or never.
final class SimulatedRequest<Answer: Sendable>: Sendable {
    private struct State {
        var answer: Result<Answer, any Error>?
        var isOver = false
        var waiting: CheckedContinuation<Result<Answer, any Error>?, Never>?
    }

    private let state = Mutex(State())

    /// The node has answered; without effect when nobody waits any more.
    func answer(_ result: Result<Answer, any Error>) {
        end(result)
    }

    /// Nobody waits any more.
    func giveUp() {
        end(nil)
    }

    /// Waits for the answer; nil when it was given up.
    func wait() async -> Result<Answer, any Error>? {
        await withCheckedContinuation { continuation in
            let known: Result<Answer, any Error>?? = state.withLock { state in
                if state.isOver { return .some(state.answer) }
                state.waiting = continuation
                return .none
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    private func end(_ result: Result<Answer, any Error>?) {
        let waiting = state.withLock { state -> CheckedContinuation<Result<Answer, any Error>?, Never>? in
            guard !state.isOver else { return nil }
            state.isOver = true
            state.answer = result
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: result)
    }
}
