import Cluster
import Synchronization

/// One append on its way to the file, and how it ended.
final class AppendTicket: Sendable {
    let record: JournalRecord
    private let state = Mutex<Result<JournalReceipt, JournalError>?>(nil)

    init(_ record: JournalRecord) {
        self.record = record
    }

    /// How the append ended; nil while it is under way.
    var outcome: Result<JournalReceipt, JournalError>? { state.withLock { $0 } }

    /// Says how the append ended.
    func end(_ outcome: Result<JournalReceipt, JournalError>) {
        state.withLock { $0 = outcome }
    }
}
