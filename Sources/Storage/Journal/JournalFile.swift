import Cluster
import Foundation
import GRDB

/// The one that touches a journal's file: every call runs on a dispatch queue of its own, one after another.
///
/// After a commit that failed on its way to the disk nothing is known: the kernel may have dropped the pages that it
/// could not write and report success the next time, so reading them back proves nothing. The connection is closed
/// and the file opened anew before anything else happens; everything that the write-ahead file then shows is moved
/// into the database, which writes it again and syncs it there. Only what has survived that is read or built upon.
actor JournalFile {
    /// What an open file consists of.
    private struct Holding {
        /// Held until the file is closed; never read.
        let lock: FileLock
        /// Nil after a commit with an unknown outcome, until the file has been opened anew.
        var database: JournalDatabase?
        var trimmed: JournalSequence
        var last: JournalSequence
    }

    /// Records trimmed in one transaction.
    private static let trimmedRecords: UInt64 = 4_096

    nonisolated let path: String
    private let partition: PartitionID
    private let options: SQLiteJournalOptions
    private let inbox: AppendInbox
    private let executor: SerialQueueExecutor
    private var holding: Holding?
    private var wasOpened = false

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(partition: PartitionID, path: String, options: SQLiteJournalOptions, inbox: AppendInbox) {
        self.partition = partition
        self.path = path
        self.options = options
        self.inbox = inbox
        executor = SerialQueueExecutor(label: "sundial.journal.\(partition)")
    }

    /// Locks, opens and checks the file.
    func open() throws(JournalError) -> JournalCondition {
        guard !wasOpened else {
            throw JournalError(.unavailable, "The journal \(path) was opened before; make a new one to open it again.")
        }
        let lock = try FileLock(path: path + ".lock", journal: path)
        if options.beginsBehind != nil, FileManager.default.fileExists(atPath: path) {
            throw JournalError(.conflict, "There is a journal \(path) already; a new one takes the next number.")
        }
        var opening = JournalOpening(partition: partition, path: path)
        do {
            let result = try opening.run(beginningBehind: options.beginsBehind)
            wasOpened = true
            holding = Holding(lock: lock, database: result.database, trimmed: result.trimmed, last: result.last)
            return JournalCondition(
                trimmed: result.trimmed, last: result.last, damage: result.damage, room: room())
        } catch {
            throw StorageFailure.journalError(error, doing: "opening it", path: path)
        }
    }

    /// Commits what waits in the inbox, batch by batch, until `ticket` has ended.
    func commit(through ticket: AppendTicket) throws(JournalError) -> JournalReceipt {
        while true {
            if let outcome = ticket.outcome { return try outcome.get() }
            commit(inbox.takeBatch())
        }
    }

    /// Runs `body` on the open file; `doing` says what for.
    func withDatabase<Result: Sendable>(
        doing: String, _ body: @Sendable (JournalDatabase) throws -> Result
    ) throws(JournalError) -> Result {
        let database = try usableDatabase()
        do {
            return try body(database)
        } catch {
            throw StorageFailure.journalError(error, doing: doing, path: path)
        }
    }

    /// Reads records behind `sequence`, at least one if there is any, at most about `bytes`.
    func read(after sequence: JournalSequence, upTo bytes: Int) throws(JournalError) -> [JournalEntry] {
        let database = try usableDatabase()
        guard let holding else { throw closed() }
        try JournalError.checkRead(after: sequence, trimmed: holding.trimmed, last: holding.last)
        var entries: [JournalEntry] = []
        var total = 0
        do {
            try database.forEachRecord(after: sequence) { stored in
                total += stored.bytes.count
                if !entries.isEmpty, total > bytes { return false }
                entries.append(JournalEntry(sequence: stored.sequence, record: try stored.record()))
                return total < bytes
            }
            return entries
        } catch let fault as RecordFault {
            throw JournalError(
                .corrupt, "\(fault.text) in the journal \(path). Restore the file from a backup.", cause: fault)
        } catch {
            throw StorageFailure.journalError(error, doing: "reading records", path: path)
        }
    }

    /// The place of the last record.
    func end() throws(JournalError) -> JournalSequence {
        _ = try usableDatabase()
        guard let holding else { throw closed() }
        return holding.last
    }

    /// Where the journal goes on, when its last record says so.
    func succession() throws(JournalError) -> Succession? {
        guard let holding, holding.last > holding.trimmed else { return nil }
        return try read(after: JournalSequence(holding.last.value - 1), upTo: 1).last?.record.succession
    }

    /// Trims some records, `sequence` being the last that may go.
    ///
    /// - Returns: Whether more are left to trim.
    func trimSome(through sequence: JournalSequence) throws(JournalError) -> Bool {
        let database = try usableDatabase()
        guard let holding else { throw closed() }
        let through = min(sequence, holding.last)
        guard through > holding.trimmed else { return false }
        let bound = min(through, JournalSequence(holding.trimmed.value + Self.trimmedRecords))
        do {
            try database.trim(through: bound)
        } catch {
            throw StorageFailure.journalError(error, doing: "trimming", path: path)
        }
        self.holding?.trimmed = bound
        return bound < through
    }

    /// Closes the file and lets go of its lock.
    func close() {
        wasOpened = true
        if let database = holding?.database { closeIgnoringFailure(database) }
        holding = nil
    }

    private func commit(_ tickets: [AppendTicket]) {
        do throws(JournalError) {
            let database = try usableDatabase()
            guard let last = holding?.last else { throw closed() }
            let (accepted, records) = accept(tickets, behind: last)
            guard !records.isEmpty else { return }
            do throws(JournalError) {
                try write(records, to: database)
                confirm(accepted, behind: last)
            } catch {
                for ticket in accepted { ticket.end(.failure(error)) }
            }
        } catch {
            for ticket in tickets { ticket.end(.failure(error)) }
        }
    }

    private func accept(
        _ tickets: [AppendTicket], behind last: JournalSequence
    ) -> (accepted: [AppendTicket], records: [StoredRecord]) {
        var end = last
        var accepted: [AppendTicket] = []
        var records: [StoredRecord] = []
        for ticket in tickets {
            guard ticket.record.follows == end else {
                ticket.end(.failure(.conflict(ticket.record, journalEndsAt: end)))
                continue
            }
            end = end.next
            accepted.append(ticket)
            records.append(StoredRecord(ticket.record, at: end))
        }
        return (accepted, records)
    }

    private func write(_ records: [StoredRecord], to database: JournalDatabase) throws(JournalError) {
        do throws(CommitFailure) {
            try database.commit(records)
            if let failure = options.failureAfterCommit() { throw CommitFailure(isCommitting: true, cause: failure) }
        } catch {
            let isFull = (error.cause as? DatabaseError)?.resultCode == .SQLITE_FULL
            if !isFull { forget(database) }
            if error.isCommitting, !isFull { throw StorageFailure.unknown(error.cause, path: path) }
            throw StorageFailure.journalError(error.cause, doing: "appending", path: path)
        }
    }

    private func confirm(_ tickets: [AppendTicket], behind last: JournalSequence) {
        let room = room()
        var end = last
        for ticket in tickets {
            end = end.next
            ticket.end(.success(JournalReceipt(sequence: end, room: room)))
        }
        holding?.last = end
    }

    private func usableDatabase() throws(JournalError) -> JournalDatabase {
        guard let holding else { throw closed() }
        if let database = holding.database { return database }
        do {
            let database = try JournalDatabase(path: path)
            do {
                try database.checkpoint()
                self.holding?.last = try database.last()
                self.holding?.trimmed = try database.trimmed()
            } catch {
                closeIgnoringFailure(database)
                throw error
            }
            self.holding?.database = database
            return database
        } catch {
            throw StorageFailure.journalError(error, doing: "opening it anew after a failed commit", path: path)
        }
    }

    private func forget(_ database: JournalDatabase) {
        closeIgnoringFailure(database)
        holding?.database = nil
    }

    /// Closing moves the write-ahead file into the database; where that fails it is left for the next opening.
    private func closeIgnoringFailure(_ database: JournalDatabase) {
        try? database.close()
    }

    private func room() -> JournalRoom {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard let available = options.availableBytes(directory) else { return .plenty }
        return available < options.lowWaterBytes ? .low : .plenty
    }

    private func closed() -> JournalError {
        JournalError(.unavailable, "The journal \(path) is not open; nothing was done.")
    }
}
