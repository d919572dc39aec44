import Cluster
import GRDB
import JournalConformance
import Synchronization
import Testing

@testable import Storage

@Suite struct JournalOutcomeTests {
    /// Fails the commits whose numbers it was given.
    private final class Failures: Sendable {
        private let state: Mutex<(count: Int, failing: Set<Int>)>

        init(_ failing: Set<Int>) { state = Mutex((0, failing)) }

        func next() -> DatabaseError? {
            state.withLock { state in
                state.count += 1
                guard state.failing.contains(state.count) else { return nil }
                return DatabaseError(resultCode: .SQLITE_IOERR_FSYNC, message: "disk I/O error")
            }
        }
    }

    @Test func `A commit whose sync failed is unknown, and the end can be read then`() async throws {
        try await JournalDirectory.with { directory in
            let failures = Failures([3])
            var options = SQLiteJournalOptions()
            options.failureAfterCommit = { failures.next() }
            try await directory.withJournal(options) { journal, _ in
                try await directory.append(0..<2, to: journal)
                let record = JournalSample.record(follows: 2)
                let error = await journalError { _ = try await journal.append(record) }
                #expect(error?.code == .unknown)
                let end = try await journal.read(after: JournalSequence(2), upTo: 1_000)
                #expect(end.map(\.record) == [record])
                let again = await journalError { _ = try await journal.append(record) }
                #expect(again?.code == .conflict)
                try await directory.append(3..<5, to: journal)
            }
        }
    }

    @Test func `Little room on the disk is told in receipts`() async throws {
        try await JournalDirectory.with { directory in
            let options = SQLiteJournalOptions(lowWaterBytes: 1_000) { _ in 1_001 }
            let low = SQLiteJournalOptions(lowWaterBytes: 1_000) { _ in 999 }
            try await directory.withJournal(options) { journal, condition in
                #expect(condition.room == .plenty)
                let receipt = try await journal.append(JournalSample.record(follows: 0))
                #expect(receipt.room == .plenty)
            }
            try await directory.withJournal(low) { journal, condition in
                #expect(condition.room == .low)
                let receipt = try await journal.append(JournalSample.record(follows: 1))
                #expect(receipt.room == .low)
            }
        }
    }

    @Test func `Too many appends under way are refused`() throws {
        let inbox = AppendInbox()
        for follows in 0..<UInt64(AppendInbox.bound) {
            try inbox.add(AppendTicket(JournalSample.record(follows: follows, count: 1)))
        }
        let error = #expect(throws: JournalError.self) {
            try inbox.add(AppendTicket(JournalSample.record(follows: 0)))
        }
        #expect(error?.code == .unavailable)
        #expect(inbox.takeBatch().map(\.record.follows.value) == Array(0..<256))
    }
}
