import Synchronization

/// Wakes tasks that wait for something to have changed.
///
/// A signal that is raised while nobody waits is kept for the next who waits; raising it twice is raising it once.
final class Signal: Sendable {
    private struct State {
        var isRaised = false
        var nextTicket: UInt64 = 0
        var waiting: [(ticket: UInt64, continuation: CheckedContinuation<Void, any Error>)] = []
        /// Tickets whose task was cancelled before it began to wait.
        var cancelled: Set<UInt64> = []
    }

    private let state = Mutex(State())

    /// Wakes everybody who waits.
    func raise() {
        let woken = state.withLock { state in
            state.isRaised = state.waiting.isEmpty
            defer { state.waiting.removeAll() }
            return state.waiting
        }
        for waiter in woken { waiter.continuation.resume() }
    }

    /// Returns once the signal is raised.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func wait() async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        defer { forget(ticket) }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(ticket, continuation)
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    private func enter(_ ticket: UInt64, _ continuation: CheckedContinuation<Void, any Error>) {
        let immediate: Result<Void, any Error>? = state.withLock { state in
            if state.cancelled.remove(ticket) != nil { return .failure(CancellationError()) }
            if state.isRaised {
                state.isRaised = false
                return .success(())
            }
            state.waiting.append((ticket, continuation))
            return nil
        }
        if let immediate { continuation.resume(with: immediate) }
    }

    private func forget(_ ticket: UInt64) {
        state.withLock { _ = $0.cancelled.remove(ticket) }
    }

    private func cancel(_ ticket: UInt64) {
        let waiter: CheckedContinuation<Void, any Error>? = state.withLock { state in
            guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else {
                state.cancelled.insert(ticket)
                return nil
            }
            return state.waiting.remove(at: place).continuation
        }
        waiter?.resume(throwing: CancellationError())
    }
}
