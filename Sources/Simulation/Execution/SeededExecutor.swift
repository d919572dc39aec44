import Synchronization
import Wire

/// Runs the jobs of actors and tasks one at a time, the next one picked by a seeded generator: one seed is one
/// schedule, and another seed another.
///
/// Everything in a simulated node must run here: its actors return this executor from `unownedExecutor`, and its
/// tasks are begun with it as their preference. Nothing runs until ``step()``; jobs that are never stepped are a
/// process that was killed.
public final class SeededExecutor: SerialExecutor, TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var generator: SeededGenerator
        var isDead = false
    }

    private let state: Mutex<State>

    public init(seed: UInt64) {
        state = Mutex(State(generator: SeededGenerator(seed: seed)))
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { state in
            if !state.isDead { state.jobs.append(job) }
        }
    }

    public func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    /// Runs one job up to its next suspension.
    ///
    /// - Returns: False when there was none to run.
    public func step() -> Bool {
        let next: UnownedJob? = state.withLock { state in
            guard !state.jobs.isEmpty else { return nil }
            let index = Int(state.generator.next() % UInt64(state.jobs.count))
            state.jobs.swapAt(index, state.jobs.count - 1)
            return state.jobs.removeLast()
        }
        guard let next else { return false }
        next.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        return true
    }

    /// Drops every job, now and later: the process was killed.
    public func kill() {
        state.withLock { state in
            state.isDead = true
            state.jobs = []
        }
    }
}
