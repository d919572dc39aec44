import DequeModule

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Work is done where the message came in that causes it.
//
// A message arrives on a thread of whoever reads the network. What it causes, a caller that goes on or an actor's turn,
// would be queued for another thread, and on a machine of few cores waking that costs more than most of the work
// itself. So the thread lends itself: what is queued from it during the delivery, and during the work that follows,
// is put aside and done by it as soon as the delivery has returned. What all of that has to say to others is gathered,
// and said when the work is done.
//
// - Order: first in, first out, and nothing of it runs before the delivery has returned, so a delivery may hold locks
//   while it resumes somebody.
// - The next message waits meanwhile. So this goes on for `patience` at most; what is left then goes where it would
//   have gone without this. One job alone is never cut short, here as on any thread.
// - Work that is to be done elsewhere, on an executor that takes no part in this, is not touched.

/// A thread that a transport delivers on, and that then does the work its delivery has caused.
public enum DeliveringThread {
    /// How long a thread goes on with work before it delivers the next message.
    private static let patience: Duration = .milliseconds(5)

    /// What one thread has put aside.
    private final class Aside {
        var jobs: Deque<(job: UnownedJob, executor: any TaskExecutor)> = []
        /// What follows when there is no job left.
        var endings: [() -> Void] = []
        var isDelivering = false

        /// Does what was put aside, until there is nothing left or it is time for the next message.
        func work() {
            let end = ContinuousClock.now + patience
            repeat {
                while let (job, executor) = jobs.popFirst() {
                    job.runSynchronously(on: executor.asUnownedTaskExecutor())
                    if ContinuousClock.now > end { break }
                }
                let endings = endings
                self.endings.removeAll(keepingCapacity: true)
                for ending in endings { ending() }
            } while !(jobs.isEmpty && endings.isEmpty) && ContinuousClock.now < end
        }
    }

    /// Where each thread finds what it has put aside.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { aside in
            if let aside = aside as UnsafeMutableRawPointer? { Unmanaged<Aside>.fromOpaque(aside).release() }
        }
        precondition(status == 0, "no key for what belongs to a thread: error \(status)")
        return key
    }()

    /// Runs a delivery on the calling thread, and then the work that it causes.
    public static func deliver(_ delivery: () -> Void) {
        let aside = known() ?? enter()
        aside.isDelivering = true
        delivery()
        if !(aside.jobs.isEmpty && aside.endings.isEmpty) { aside.work() }
        aside.isDelivering = false
        while let (job, executor) = aside.jobs.popFirst() { executor.enqueue(job) }
        while let ending = aside.endings.popLast() { ending() }
    }

    /// Has the calling thread do a job of `executor` after its delivery.
    ///
    /// - Returns: false when the thread is not delivering; the executor then sees to the job.
    public static func take(_ job: UnownedJob, of executor: any TaskExecutor) -> Bool {
        guard let aside = known(), aside.isDelivering else { return false }
        aside.jobs.append((job, executor))
        return true
    }

    /// Whether the calling thread is delivering, or does what a delivery has caused.
    static var isCurrent: Bool { known()?.isDelivering == true }

    /// Has the calling thread run `ending` when it has done the work of its delivery.
    ///
    /// - Returns: false when the thread is not delivering; nothing is run then.
    static func whenDone(_ ending: @escaping () -> Void) -> Bool {
        guard let aside = known(), aside.isDelivering else { return false }
        aside.endings.append(ending)
        return true
    }

    private static func known() -> Aside? {
        pthread_getspecific(key).map { Unmanaged<Aside>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func enter() -> Aside {
        let aside = Aside()
        pthread_setspecific(key, Unmanaged.passRetained(aside).toOpaque())
        return aside
    }
}
