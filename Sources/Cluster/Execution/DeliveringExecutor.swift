import Dispatch

/// Runs tasks on the threads that messages are delivered on, and on the machine's pool whatever no message has caused.
///
/// Make it the preferred executor of everything that calls actors of other nodes, or serves them.
public final class DeliveringExecutor: TaskExecutor {
    private let pool = DispatchQueue.global()

    public init() {}

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if DeliveringThread.take(job, of: self) { return }
        pool.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
