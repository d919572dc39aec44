import Cluster
import Synchronization

/// The streams of notices that are read on this node, and the process that pushes each.
///
/// A process that dies says nothing to its readers; so whenever the cluster changes, each stream whose partition
/// has another owner than the one that pushes it is ended here, and its reader attaches it anew.
final class NoticeReaders: Sendable {
    private struct Entry {
        let inbox: NoticeInbox
        let partition: PartitionID
        let owner: ProcessID?
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var lastTicket: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Enters a stream that `owner` pushes.
    ///
    /// - Returns: The ticket to take it out with.
    func enter(_ inbox: NoticeInbox, of partition: PartitionID, pushedBy owner: ProcessID?) -> UInt64 {
        state.withLock { state in
            state.lastTicket += 1
            state.entries[state.lastTicket] = Entry(inbox: inbox, partition: partition, owner: owner)
            return state.lastTicket
        }
    }

    /// Takes a stream out.
    func remove(_ ticket: UInt64) {
        state.withLock { _ = $0.entries.removeValue(forKey: ticket) }
    }

    /// Ends every stream whose partition has another owner now. Complexity: O(streams).
    func endThoseMoved(owner: (PartitionID) -> ProcessID?) {
        let moved = state.withLock { state in
            let moved = state.entries.filter { owner($0.value.partition) != $0.value.owner }
            for ticket in moved.keys { state.entries[ticket] = nil }
            return moved.sorted { $0.key < $1.key }.map { $0.value.inbox }
        }
        for inbox in moved {
            inbox.end(
                CenterError(.movedAway, "The stream's partition has another owner now.", retryAfter: .milliseconds(50)))
        }
    }
}
