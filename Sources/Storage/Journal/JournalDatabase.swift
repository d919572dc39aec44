import Cluster
import Foundation
import GRDB

/// The SQLite file of one journal: every statement that is run on it. All calls block.
///
/// It is set up so that a commit that has returned is on the disk and nobody else touches the file:
/// - `journal_mode=WAL` and `synchronous=FULL`: a commit ends with an fsync of the write-ahead file;
/// - `locking_mode=EXCLUSIVE`, set before the first access: no other process can read or write, and the index of the
///   write-ahead file is kept in memory. Kept in a file it could fail to grow, on a full disk, after the commit
///   itself was on the disk, and a commit reported as failed would be there after a restart;
/// - `auto_vacuum=INCREMENTAL`: what trimming frees is used again, and given back beyond a bound.
struct JournalDatabase: Sendable {
    /// Free pages that are kept for use again.
    private static let keptFreePages = 8_192
    /// The most free pages given back at once.
    private static let releasedPages = 1_024

    let queue: DatabaseQueue

    /// Opens or makes the file at `path` and checks that it is set up as it must be.
    init(path: String) throws {
        var configuration = Configuration()
        configuration.label = "sundial.journal"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA journal_size_limit = 16777216")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try check(path: path)
        try JournalSchema.migrate(queue, path: path)
    }

    private func check(path: String) throws {
        let found = try queue.writeWithoutTransaction { database in
            [
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "none",
                try String.fetchOne(database, sql: "PRAGMA locking_mode") ?? "none",
                try String.fetchOne(database, sql: "PRAGMA synchronous") ?? "none",
            ]
        }
        guard found == ["wal", "exclusive", "2"] else {
            throw JournalError(
                .unavailable,
                "The journal \(path) could not be set up for durable commits (journal_mode, locking_mode and "
                    + "synchronous are \(found.joined(separator: ", "))). Use a local file system.")
        }
    }

    /// Closes the file; what the write-ahead file holds moves into the database.
    func close() throws {
        try queue.close()
    }

    /// Writes records in one transaction, durable when this returns.
    func commit(_ records: [StoredRecord]) throws(CommitFailure) {
        var isCommitting = false
        do {
            try queue.writeWithoutTransaction { database in
                do {
                    try database.beginTransaction(.immediate)
                    let statement = try database.cachedStatement(
                        sql: "INSERT INTO record (sequence, checksum, bytes) VALUES (?, ?, ?)")
                    for record in records {
                        try statement.execute(arguments: [
                            Int64(bitPattern: record.sequence.value), Int64(bitPattern: record.checksum),
                            Data(record.bytes),
                        ])
                    }
                    isCommitting = true
                    try database.commit()
                } catch {
                    if database.isInsideTransaction { try database.rollback() }
                    throw error
                }
            }
        } catch {
            throw CommitFailure(isCommitting: isCommitting, cause: error)
        }
    }

    /// Moves everything in the write-ahead file into the database and makes it durable there.
    func checkpoint() throws {
        try queue.writeWithoutTransaction { database in
            _ = try database.checkpoint(.truncate)
        }
    }

    /// What is wrong with the file's structure, ten things at most, in SQLite's words.
    func structuralFaults() throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(10)") }.filter { $0 != "ok" }
    }

    /// Gives free pages beyond a bound back to the file system.
    func releaseFreePages() throws {
        try queue.writeWithoutTransaction { database in
            let free = try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
            let count = min(free - Self.keptFreePages, Self.releasedPages)
            guard count > 0 else { return }
            try database.execute(sql: "PRAGMA incremental_vacuum(\(count))")
        }
    }
}
