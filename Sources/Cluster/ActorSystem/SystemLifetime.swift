import DequeModule
import Synchronization

/// Whether a system is yet to run, runs, or has stopped; and the work that its loop is to begin.
///
/// Work goes straight to a worker that waits for some, else into a queue that the loop makes workers for. The queue
/// needs no bound of its own: an actor is in it twice at most. Nobody holds on to work that is done, which would keep
/// its actor alive.
final class SystemLifetime: Sendable {
    private enum Phase { case idle, running, finishing, stopped }

    /// Yields whenever a worker is wanted; ends with ``finish()`` and ``stop()``.
    let wanted: AsyncStream<Void>

    /// The most workers that wait for work; one more ends.
    private static let workerBound = 256

    private struct State {
        var phase = Phase.idle
        var workers: [CheckedContinuation<SystemWork?, Never>] = []
        var queue: Deque<SystemWork> = []
    }

    private let want: AsyncStream<Void>.Continuation
    private let state = Mutex(State())

    init() {
        (wanted, want) = AsyncStream.makeStream()
    }

    /// Whether the system takes no calls any more.
    var isStopped: Bool { state.withLock { $0.phase == .finishing || $0.phase == .stopped } }
    /// Whether what has begun may come to its end.
    var isFinishing: Bool { state.withLock { $0.phase == .finishing } }

    /// Notes that the system runs; false when it ran before or was stopped.
    func start() -> Bool {
        state.withLock { state in
            guard state.phase == .idle else { return false }
            state.phase = .running
            return true
        }
    }

    /// Notes that the system takes no more calls and stops once those that have begun are answered.
    func finish() {
        let workers = state.withLock { state in
            if state.phase != .stopped { state.phase = .finishing }
            defer { state.workers = [] }
            return state.workers
        }
        for worker in workers { worker.resume(returning: nil) }
        want.finish()
    }

    /// Notes that the system stops; false when it has already.
    func stop() -> Bool {
        let (first, workers) = state.withLock { state in
            defer { state = State(phase: .stopped) }
            return (state.phase != .stopped, state.workers)
        }
        for worker in workers { worker.resume(returning: nil) }
        want.finish()
        return first
    }

    /// Has something begun.
    func begin(_ work: SystemWork) {
        let worker = state.withLock { state -> CheckedContinuation<SystemWork?, Never>? in
            guard state.phase == .idle || state.phase == .running else { return nil }
            if let worker = state.workers.popLast() { return worker }
            state.queue.append(work)
            return nil
        }
        if let worker {
            worker.resume(returning: work)
        } else {
            want.yield()
        }
    }

    /// What a worker is to begin next; nil ends it. It needs no cancellation handler: the end of the system resumes
    /// every worker.
    func nextWork() async -> SystemWork? {
        await withCheckedContinuation { worker in
            let (work, waits) = state.withLock { state -> (SystemWork?, Bool) in
                if let work = state.queue.popFirst() { return (work, false) }
                guard state.phase == .running, state.workers.count < Self.workerBound else { return (nil, false) }
                state.workers.append(worker)
                return (nil, true)
            }
            if !waits { worker.resume(returning: work) }
        }
    }
}
