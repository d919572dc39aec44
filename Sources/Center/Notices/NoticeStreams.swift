public import Cluster
import ContactCenter
public import ServiceLifecycle
import Synchronization

/// Runs what a node has to do with streams of notices: pushes those of its own partitions, and tells the owners of
/// those that ended here.
///
/// What waits to be begun is bounded by the number of streams, which the edges limit.
public final class NoticeStreams: Service {
    private enum Work: Sendable {
        case pump(NoticePump)
        case close(@Sendable () async throws -> Void)
    }

    private let clock: any ProtocolClock
    private let work: AsyncStream<Work>
    private let queue: AsyncStream<Work>.Continuation
    private let open = Mutex<[UInt64: NoticeSubscription]>([:])

    /// Makes them; nothing is pushed before ``run()``.
    public init(clock: any ProtocolClock) {
        self.clock = clock
        (work, queue) = AsyncStream.makeStream(of: Work.self, bufferingPolicy: .unbounded)
    }

    /// Pushes and tells until the task is cancelled or a graceful shutdown begins.
    public func run() async throws {
        await withGracefulShutdownHandler {
            await carryOutWork()
        } onGracefulShutdown: {
            self.queue.finish()
        }
    }

    /// Pushes and tells until the task is cancelled, whatever shutdown begins meanwhile: for an owner who has something
    /// to do with the streams first.
    func runUntilCancelled() async {
        await carryOutWork()
    }

    /// Begins to push a stream.
    func begin(_ pump: NoticePump) {
        open.withLock { $0[pump.incarnation] = pump.subscription }
        queue.yield(.pump(pump))
    }

    /// Ends a stream that is pushed here; without effect when there is none.
    func end(_ incarnation: UInt64) {
        let subscription = open.withLock { $0.removeValue(forKey: incarnation) }
        subscription?.end()
    }

    /// Has `close` carried out soon, whatever becomes of the caller's task.
    func whenClosed(_ close: @escaping @Sendable () async throws -> Void) {
        queue.yield(.close(close))
    }

    private func carryOutWork() async {
        await withDiscardingTaskGroup { group in
            for await item in work {
                switch item {
                case .pump(let pump): group.addTask { await self.carryOut(pump) }
                case .close(let close): group.addTask { try? await close() }
                }
            }
            group.cancelAll()
        }
    }

    private func carryOut(_ pump: NoticePump) async {
        await pump.run(clock: clock)
        open.withLock { _ = $0.removeValue(forKey: pump.incarnation) }
    }
}
