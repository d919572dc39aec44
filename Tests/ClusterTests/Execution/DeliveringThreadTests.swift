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

    /// Begins work that is done where it is resumed; returns once it waits for something, its thread let go of.
    private func begin(_ work: @escaping @Sendable () async -> Void) async -> Task<Void, Never>? {
        let task = Mutex<Task<Void, Never>?>(nil)
        await deliver {
            task.withLock { $0 = Task(executorPreference: DeliveringExecutor()) { await work() } }
        }
        return task.withLock { $0 }
    }

    private static var threadName: String { Thread.current.name ?? "" }

    /// A thread that the machine leaves standing for too long passes the rest on; so one of several has to do it.
    @Test func whatADeliveryResumesGoesOnOnItsThreadOnceItHasReturned() async {
        var found: [[String]] = []
        repeat { found.append(await resumed()) } while found.last?.last != "resumed on its thread" && found.count < 20
        #expect(found.allSatisfy { $0.first == "delivered" })
        #expect(found.last == ["delivered", "resumed on its thread"])
    }

    private func resumed() async -> [String] {
        let events = Record()
        let arrival = Arrival()
        let work = await begin {
            await arrival.wait()
            events.add("resumed on \(Self.threadName)")
        }
        await deliver {
            Thread.current.name = "its thread"
            arrival.come()
            events.add("delivered")
        }
        await work?.value
        return events.all
    }

    @Test func whatFollowsTheWorkComesBehindIt() async {
        let events = Record()
        let arrival = Arrival()
        let work = await begin {
            await arrival.wait()
            #expect(DeliveringThread.whenDone { events.add("done") })
            events.add("worked")
        }
        await deliver { arrival.come() }
        await work?.value
        #expect(events.all == ["worked", "done"])
        #expect(!DeliveringThread.whenDone {})
    }

    @Test func workWithoutAnEndDoesNotKeepTheNextMessage() async {
        let record = Record()
        let arrival = Arrival()
        let work = await begin {
            await arrival.wait()
            while record.all.isEmpty { await Task.yield() }
        }
        await deliver { arrival.come() }
        record.add("delivered")
        await work?.value
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

        func wait() async {
            await withCheckedContinuation { continuation in waiting.withLock { $0 = continuation } }
        }

        func come() {
            let waiter = waiting.withLock { $0.take() }
            waiter?.resume()
        }
    }
}
