import Dispatch
import Synchronization
import Wire

/// An executor that runs one job at a time and picks the next at random.
final class ShufflingExecutor: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var random: SeededGenerator
    }

    private let queue = DispatchQueue(label: "shuffling")
    private let state: Mutex<State>

    init(seed: UInt64) {
        state = Mutex(State(random: SeededGenerator(seed: seed)))
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        queue.async { self.next().runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    private func next() -> UnownedJob {
        state.withLock { state in
            state.jobs.remove(at: .random(in: state.jobs.indices, using: &state.random))
        }
    }
}
