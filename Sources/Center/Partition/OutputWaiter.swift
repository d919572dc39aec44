import Synchronization

/// One caller who waits until a place of the journal is durable; answered exactly once, by whoever is first: the
/// host, the deadline, or the caller's own cancellation.
final class OutputWaiter: Sendable {
    private enum State {
        case fresh
        case waiting(CheckedContinuation<Result<Void, CenterError>, Never>)
        /// Answered before the caller began to wait.
        case answered(Result<Void, CenterError>)
        case done
    }

    /// When the caller stops waiting, in protocol time.
    let deadline: Duration
    private let state = Mutex(State.fresh)

    init(deadline: Duration) {
        self.deadline = deadline
    }

    /// Whether the caller has its answer.
    var isAnswered: Bool {
        state.withLock { state in
            switch state {
            case .fresh, .waiting: false
            case .answered, .done: true
            }
        }
    }

    /// Gives the caller its answer; without effect when it has one.
    func answer(_ result: Result<Void, CenterError>) {
        let continuation: CheckedContinuation<Result<Void, CenterError>, Never>? = state.withLock { state in
            switch state {
            case .fresh:
                state = .answered(result)
                return nil
            case .waiting(let continuation):
                state = .done
                return continuation
            case .answered, .done:
                return nil
            }
        }
        continuation?.resume(returning: result)
    }

    /// Waits for the answer; to be called once.
    func wait(isolation: isolated (any Actor)? = #isolation) async throws(CenterError) {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { enter($0) }
        } onCancel: {
            answer(.failure(Self.cancellation))
        }
        try result.get()
    }

    private func enter(_ continuation: CheckedContinuation<Result<Void, CenterError>, Never>) {
        let answer: Result<Void, CenterError>? = state.withLock { state in
            if case .answered(let result) = state {
                state = .done
                return result
            }
            state = .waiting(continuation)
            return nil
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private static var cancellation: CenterError {
        CenterError(
            .cancelled,
            "The caller stopped waiting; what it asked for may have been done. Repeat the command with the same id.")
    }
}

extension Sequence<OutputWaiter> {
    /// Those who still wait though their deadline has come, and the earliest deadline of the others.
    func deadlines(at now: Duration) -> (expired: [OutputWaiter], earliest: Duration?) {
        var expired: [OutputWaiter] = []
        var earliest: Duration?
        for waiter in self where !waiter.isAnswered {
            if waiter.deadline <= now {
                expired.append(waiter)
            } else {
                earliest = Swift.min(earliest ?? waiter.deadline, waiter.deadline)
            }
        }
        return (expired, earliest)
    }
}
