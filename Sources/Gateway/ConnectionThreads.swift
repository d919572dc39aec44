import Cluster
import NIOCore
import NIOPosix

/// The threads that read and write a node's connections, as the executor of everything else that the node does.
///
/// A request is read, decided and answered without a change of thread: at low load the changes cost more than the
/// work between them. What a message of another node causes is done on the thread that it came in on. Run the node's services with this as their tasks' preferred executor.
public final class ConnectionThreads: TaskExecutor {
    private let loops: any EventLoopGroup

    /// The threads of this process; to be made once, before anything listens or connects.
    ///
    /// - Parameter count: How many threads; at least 1.
    public init(count: Int) {
        NIOSingletons.groupLoopCountSuggestion = count
        loops = MultiThreadedEventLoopGroup.singleton
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if DeliveringThread.take(job, of: self) { return }
        // Called on one of the threads, `any()` is that thread.
        loops.any().execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
