import Cluster
import Foundation
import GRDB
import JournalConformance
import Storage

/// A directory of its own for one test's journal, and what a test does to the file behind the journal's back.
struct JournalDirectory: Sendable {
    let path: String

    var file: String { path + "/fra.0.journal" }

    /// Runs `body` with a new directory and removes it.
    static func with<Result>(_ body: (JournalDirectory) async throws -> Result) async throws -> Result {
        let path = NSTemporaryDirectory() + "/sundial-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(JournalDirectory(path: path))
    }

    func journal(_ options: SQLiteJournalOptions = SQLiteJournalOptions()) -> SQLiteJournal {
        SQLiteJournal(partition: JournalSample.partition, path: file, options: options)
    }

    /// Runs `body` with an open journal and closes it.
    func withJournal<Result>(
        _ options: SQLiteJournalOptions = SQLiteJournalOptions(),
        _ body: (SQLiteJournal, JournalCondition) async throws -> Result
    ) async throws -> Result {
        let journal = journal(options)
        let condition = try await journal.open()
        do {
            let result = try await body(journal, condition)
            await journal.close()
            return result
        } catch {
            await journal.close()
            throw error
        }
    }

    /// Makes a journal of `count` sample records, closed.
    func makeJournal(count: UInt64) async throws {
        try await withJournal { journal, _ in try await append(0..<count, to: journal) }
    }

    func append(_ range: Range<UInt64>, to journal: SQLiteJournal, count: Int = 100) async throws {
        for follows in range { _ = try await journal.append(JournalSample.record(follows: follows, count: count)) }
    }

    /// Runs a statement on the closed journal's file through another connection.
    func execute(_ statement: String) throws {
        let queue = try DatabaseQueue(path: file)
        try queue.write { try $0.execute(sql: statement) }
        try queue.close()
    }

    /// Flips the last byte of a stored record.
    func damage(record sequence: Int) throws {
        try execute(
            """
            UPDATE record SET bytes =
                CAST(substr(bytes, 1, length(bytes) - 1) || x'FF00' AS BLOB) WHERE sequence = \(sequence)
            """)
    }

    /// Overwrites bytes of the closed journal's file.
    func overwrite(at offset: UInt64, with bytes: [UInt8]) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
    }

    /// The files whose names hold `text`.
    func files(with text: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.contains(text) }.sorted()
    }

    /// Copies the files of an open journal to `other`, as a crash would leave them, the last `cut` bytes of the
    /// write-ahead file missing.
    func copyAsCrashed(to other: JournalDirectory, cutting cut: Int = 0) throws {
        try FileManager.default.copyItem(atPath: file, toPath: other.file)
        let log = try Data(contentsOf: URL(fileURLWithPath: file + "-wal"))
        try log.dropLast(cut).write(to: URL(fileURLWithPath: other.file + "-wal"))
    }
}

/// The error that `body` throws; nil when it throws none or another.
func journalError(_ body: () async throws -> Void) async -> JournalError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? JournalError
    }
}
