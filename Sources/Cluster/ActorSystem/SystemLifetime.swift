import Synchronization

/// Whether a system is yet to run, runs, or has stopped; and the work that its loop is to begin.
///
/// The queue of work needs no bound of its own: an actor is in it twice at most.
final class SystemLifetime: Sendable {
    private enum Phase { case idle, running, finishing, stopped }

    /// The work to begin, in order; ends with ``finish()`` and ``stop()``.
    let work: AsyncStream<SystemWork>

    private let queue: AsyncStream<SystemWork>.Continuation
    private let phase = Mutex(Phase.idle)

    init() {
        (work, queue) = AsyncStream.makeStream()
    }

    /// Whether the system takes no calls any more.
    var isStopped: Bool { phase.withLock { $0 == .finishing || $0 == .stopped } }
    /// Whether what has begun may come to its end.
    var isFinishing: Bool { phase.withLock { $0 == .finishing } }

    /// Notes that the system runs; false when it ran before or was stopped.
    func start() -> Bool {
        phase.withLock { phase in
            guard phase == .idle else { return false }
            phase = .running
            return true
        }
    }

    /// Notes that the system takes no more calls and stops once those that have begun are answered.
    func finish() {
        phase.withLock { if $0 != .stopped { $0 = .finishing } }
        queue.finish()
    }

    /// Notes that the system stops; false when it has already.
    func stop() -> Bool {
        let first = phase.withLock { phase in
            defer { phase = .stopped }
            return phase != .stopped
        }
        queue.finish()
        return first
    }

    /// Asks the loop to begin something.
    func begin(_ work: SystemWork) {
        queue.yield(work)
    }
}
