import Cluster
import Synchronization

/// The appends that wait for the file, in the order in which they were called.
///
/// Holds at most ``bound`` of them; one more is refused.
final class AppendInbox: Sendable {
    /// The most appends that may wait.
    static let bound = 1_024
    /// The most records of one transaction.
    private static let batchCount = 256
    /// The payload bytes behind which a transaction takes no further record.
    private static let batchBytes = 8_388_608

    private let waiting = Mutex<[AppendTicket]>([])

    /// Lets an append wait.
    ///
    /// - Throws: ``JournalError`` with `unavailable` when too many wait.
    func add(_ ticket: AppendTicket) throws(JournalError) {
        let isTaken = waiting.withLock { waiting in
            guard waiting.count < Self.bound else { return false }
            waiting.append(ticket)
            return true
        }
        guard isTaken else {
            throw JournalError(
                .unavailable,
                "\(Self.bound) appends are under way already; nothing was written. Wait for some to end first.")
        }
    }

    /// Takes out the next appends that fit into one transaction; at least one if any waits.
    func takeBatch() -> [AppendTicket] {
        waiting.withLock { waiting in
            var bytes = 0
            var count = 0
            while count < min(waiting.count, Self.batchCount), bytes < Self.batchBytes {
                bytes += waiting[count].record.payload.count
                count += 1
            }
            defer { waiting.removeFirst(count) }
            return Array(waiting.prefix(count))
        }
    }
}
