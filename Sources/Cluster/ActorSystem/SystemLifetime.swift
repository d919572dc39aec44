import Synchronization

/// Whether a system is yet to run, runs, or has stopped; and the work that waits for it to run.
///
/// What waits needs no bound of its own: an actor is in it twice at most.
final class SystemLifetime: Sendable {
    private enum Phase { case idle, running, finishing, stopped }

    private struct State {
        var phase = Phase.idle
        var early: [SystemWork] = []
    }

    /// Ends with ``finish()`` and ``stop()``; yields nothing.
    let course: AsyncStream<Never>

    private let end: AsyncStream<Never>.Continuation
    private let state = Mutex(State())

    init() {
        (course, end) = AsyncStream.makeStream()
    }

    /// Whether the system takes no calls any more.
    var isStopped: Bool { state.withLock { $0.phase == .finishing || $0.phase == .stopped } }
    /// Whether what has begun may come to its end.
    var isFinishing: Bool { state.withLock { $0.phase == .finishing } }

    /// Notes that the system runs; nil when it ran before or was stopped.
    ///
    /// - Returns: The work that has waited for this, in order.
    func start() -> [SystemWork]? {
        state.withLock { state in
            guard state.phase == .idle else { return nil }
            defer { state.early = [] }
            state.phase = .running
            return state.early
        }
    }

    /// Notes that the system takes no more calls and stops once those that have begun are answered.
    func finish() {
        state.withLock { if $0.phase != .stopped { $0.phase = .finishing } }
        end.finish()
    }

    /// Notes that the system stops; false when it has already.
    func stop() -> Bool {
        let isFirst = state.withLock { state in
            defer { state = State(phase: .stopped) }
            return state.phase != .stopped
        }
        end.finish()
        return isFirst
    }

    /// Whether work may begin now; before the system runs it is put aside until it does.
    func admits(_ work: SystemWork) -> Bool {
        state.withLock { state in
            if state.phase == .idle { state.early.append(work) }
            return state.phase == .running
        }
    }
}
