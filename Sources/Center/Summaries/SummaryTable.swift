import Cluster
import Synchronization

/// The latest summary of each partition that has reached a node.
final class SummaryTable: Sendable {
    /// A summary, and when it came in, in protocol time.
    struct Entry {
        let summary: PartitionSummary
        let heardAt: Duration
    }

    /// A summary that was heard longer ago is not believed any more.
    static let lifetime: Duration = .seconds(2)

    private let entries = Mutex<[PartitionID: Entry]>([:])

    /// Takes a summary in, unless a later one is known.
    ///
    /// - Returns: Whether it was taken in.
    func enter(_ summary: PartitionSummary, at now: Duration) -> Bool {
        entries.withLock { entries in
            if let known = entries[summary.partition], summary.isEarlier(than: known.summary) { return false }
            entries[summary.partition] = Entry(summary: summary, heardAt: now)
            return true
        }
    }

    /// Those that are believed, by partition: heard lately, of partitions that somebody owns.
    func believed(at now: Duration, isOwned: (PartitionID) -> Bool) -> [Entry] {
        entries.withLock { $0 }.values
            .filter { now - $0.heardAt < Self.lifetime && isOwned($0.summary.partition) }
            .sorted { $0.summary.partition < $1.summary.partition }
    }
}
