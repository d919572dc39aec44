import Dispatch
import Synchronization

/// An executor on a queue of its own that counts its jobs.
final class CountingExecutor: TaskExecutor {
    let jobs = Atomic<Int>(0)
    private let queue = DispatchQueue(label: "counting")

    func enqueue(_ job: consuming ExecutorJob) {
        jobs.wrappingAdd(1, ordering: .relaxed)
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
