import Synchronization

/// What the caller's side still wants of a received call.
///
/// It lives from the call's receipt until its answer. The task that serves the call watches it beside the method; the
/// one who receives a cancellation only tells it.
final class CallTurn: Sendable {
    private enum State {
        case wanted
        case watched(CheckedContinuation<Bool, Never>)
        case cancelled
        case finished
    }

    private let state = Mutex(State.wanted)

    /// Whether nobody waits for the answer any more.
    var isCancelled: Bool {
        state.withLock { if case .cancelled = $0 { true } else { false } }
    }

    /// Whether the method has ended.
    var isFinished: Bool {
        state.withLock { if case .finished = $0 { true } else { false } }
    }

    /// Says that nobody waits for the answer any more.
    func cancel() { end(as: .cancelled, cancelled: true) }

    /// Says that the method has ended.
    func finish() { end(as: .finished, cancelled: false) }

    /// Waits for the end of the method, or for cancellation; at most one task may wait.
    ///
    /// - Returns: Whether it was cancelled. It needs no cancellation handler: the method always ends.
    func wasCancelled() async -> Bool {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state -> Bool? in
                switch state {
                case .wanted:
                    state = .watched(continuation)
                    return nil
                case .cancelled: return true
                case .finished, .watched: return false
                }
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    private func end(as final: State, cancelled: Bool) {
        let watcher = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            switch state {
            case .wanted:
                state = final
                return nil
            case .watched(let continuation):
                state = final
                return continuation
            case .cancelled, .finished: return nil
            }
        }
        watcher?.resume(returning: cancelled)
    }
}
