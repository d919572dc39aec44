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

    private static var threadName: String { Thread.current.name ?? "" }

    @Test func whatADeliveryResumesGoesOnOnItsThreadOnceItHasReturned() async {
        let events = Record()
        let arrival = Arrival()
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: DeliveringExecutor()) {
                await arrival.wait()
                events.add("resumed on \(Self.threadName)")
            }
            await arrival.isAwaited()
            await deliver {
                Thread.current.name = "its thread"
                arrival.come()
                events.add("delivered")
            }
        }
        #expect(events.all == ["delivered", "resumed on its thread"])
    }

    @Test func whatFollowsTheWorkComesBehindIt() async {
        let events = Record()
        let arrival = Arrival()
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: DeliveringExecutor()) {
                await arrival.wait()
                #expect(DeliveringThread.whenDone { events.add("done") })
                for number in 1...3 {
                    events.add("\(number)")
                    await Task.yield()
                }
            }
            await arrival.isAwaited()
            await deliver { arrival.come() }
        }
        #expect(events.all == ["1", "2", "3", "done"])
        #expect(!DeliveringThread.whenDone {})
    }

    @Test func workWithoutAnEndDoesNotKeepTheNextMessage() async {
        let record = Record()
        let arrival = Arrival()
        await withTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: DeliveringExecutor()) {
                await arrival.wait()
                while record.all.isEmpty { await Task.yield() }
            }
            await arrival.isAwaited()
            await deliver { arrival.come() }
            record.add("delivered")
        }
    }

    /// What has happened, in order.
    private final class Record: Sendable {
        private let events = Mutex<[String]>([])

        var all: [String] { events.withLock { $0 } }

        func add(_ event: String) { events.withLock { $0.append(event) } }
    }

    /// Something that one task waits for.
    private final class Arrival: Sendable {
        private let waiting = Mutex<CheckedContinuation<Void, Never>?>(nil)
        private let (begun, begin) = AsyncStream.makeStream(of: Void.self)

        func wait() async {
            await withCheckedContinuation { continuation in
                waiting.withLock { $0 = continuation }
                begin.yield()
            }
        }

        /// Returns once somebody waits, and has had time to let go of their thread: resumed before that, they would
        /// go on there.
        func isAwaited() async {
            for await _ in begun { break }
            try? await Task.sleep(for: .milliseconds(100))
        }

        func come() {
            let waiter = waiting.withLock { $0.take() }
            waiter?.resume()
        }
    }
}
