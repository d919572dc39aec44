import Synchronization

/// What the caller's side still wants of a received call.
///
/// It lives from the call's receipt until its answer.
final class CallTurn: Sendable {
    private struct State {
        var isCancelled = false
        /// The task that serves the call; nil before there is one.
        var task: UInt64?
    }

    private let state = Mutex(State())

    /// Whether nobody waits for the answer any more.
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Notes the task that serves the call.
    ///
    /// - Returns: Whether nobody waits for the answer any more: the task is to be cancelled.
    func isServed(by task: UInt64) -> Bool {
        state.withLock { state in
            state.task = task
            return state.isCancelled
        }
    }

    /// Says that nobody waits for the answer any more.
    ///
    /// - Returns: The task that is to be cancelled; nil when there is none yet.
    func cancel() -> UInt64? {
        state.withLock { state in
            state.isCancelled = true
            return state.task
        }
    }
}
