import Cluster
import ContactCenter
import DequeModule

/// What was decided and may not leave yet, in the order of the journal places and the stamps it waits for.
struct PendingOutputs {
    /// One thing that is to leave.
    enum Output {
        /// A caller's answer.
        case answer(OutputWaiter)
        /// Notices of one record, numbered on from `firstNumber`.
        case notices([Directive], at: NoticePosition)
        /// What the floor owes other partitions.
        case letters([Letter])
        /// The whole state, for a stream that begins anew.
        case reset(NoticeSubscription, NoticeItem)
    }

    private struct Entry {
        let position: JournalSequence
        /// The stamp of ``Currency`` that must be known; 0 for what a record of its own speaks for.
        let stamp: UInt64
        let output: Output
    }

    private var entries: Deque<Entry> = []
    /// How many callers wait.
    private(set) var callerCount = 0

    var isEmpty: Bool { entries.isEmpty }

    /// Takes in an output; `position` is never below that of the one before.
    mutating func append(_ output: Output, at position: JournalSequence, stamp: UInt64 = 0) {
        if case .answer = output { callerCount += 1 }
        entries.append(Entry(position: position, stamp: stamp, output: output))
    }

    /// The next output whose place is durable and whose stamp is known; nil when there is none.
    mutating func popReady(through confirmed: JournalSequence, known stamp: UInt64) -> Output? {
        guard let first = entries.first, first.position <= confirmed, first.stamp <= stamp else { return nil }
        entries.removeFirst()
        if case .answer = first.output { callerCount -= 1 }
        return first.output
    }

    /// The callers who wait. Complexity: O(outputs).
    var waiters: some Sequence<OutputWaiter> {
        entries.lazy.compactMap { entry in
            if case .answer(let waiter) = entry.output { waiter } else { nil }
        }
    }

    /// Takes everything out.
    mutating func removeAll() -> [Output] {
        defer {
            entries.removeAll()
            callerCount = 0
        }
        return entries.map(\.output)
    }
}
