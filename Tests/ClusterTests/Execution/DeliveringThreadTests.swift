import Foundation
import Synchronization
import Testing

@testable import Cluster

@Suite(.timeLimit(.minutes(1)))
struct DeliveringThreadTests {
    /// Delivers on a thread of its own; returns once that thread is free for the next message.
    private func deliver(_ delivery: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { done in
            Thread.detachNewThread {
                DeliveringThread.deliver(delivery)
                done.resume()
            }
        }
    }

    @Test func whatADeliveryResumesGoesOnOnItsThreadOnceItHasReturned() async {
        let events = Mutex<[String]>([])
        let arrival = Arrival()
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: DeliveringExecutor()) {
                await arrival.wait()
                events.withLock { $0.append("resumed on \(Thread.current.name ?? "")") }
            }
            await deliver {
                Thread.current.name = "its thread"
                arrival.come()
                events.withLock { $0.append("delivered") }
            }
        }
        #expect(events.withLock { $0 } == ["delivered", "resumed on its thread"])
    }

    @Test func whatFollowsTheWorkComesBehindIt() async {
        let events = Mutex<[String]>([])
        let arrival = Arrival()
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: DeliveringExecutor()) {
                await arrival.wait()
                #expect(DeliveringThread.whenDone { events.withLock { $0.append("done") } })
                for number in 1...3 {
                    events.withLock { $0.append("\(number)") }
                    await Task.yield()
                }
            }
            await deliver { arrival.come() }
        }
        #expect(events.withLock { $0 } == ["1", "2", "3", "done"])
        #expect(!DeliveringThread.whenDone {})
    }

    @Test func workWithoutAnEndDoesNotKeepTheNextMessage() async {
        let isOver = Atomic(false)
        let arrival = Arrival()
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: DeliveringExecutor()) {
                await arrival.wait()
                while !isOver.load(ordering: .relaxed) { await Task.yield() }
            }
            await deliver { arrival.come() }
            isOver.store(true, ordering: .relaxed)
        }
    }

    /// Something that one task waits for.
    private final class Arrival: Sendable {
        private let (stream, continuation) = AsyncStream.makeStream(of: Void.self)

        func wait() async {
            for await _ in stream { return }
        }

        func come() { continuation.yield() }
    }
}
