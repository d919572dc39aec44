import Cluster
import Foundation
import GRDB

extension JournalDatabase {
    /// The partition whose journal this is; nil in a new file.
    func partition() throws -> String? {
        try queue.read { try String.fetchOne($0, sql: "SELECT partition FROM journal") }
    }

    /// Says whose journal this is.
    func setPartition(_ partition: String) throws {
        try queue.write { try $0.execute(sql: "UPDATE journal SET partition = ?", arguments: [partition]) }
    }

    /// The place before the oldest record that is kept.
    func trimmed() throws -> JournalSequence {
        try queue.read { database in
            JournalSequence(UInt64(bitPattern: try Int64.fetchOne(database, sql: "SELECT trimmed FROM journal") ?? 0))
        }
    }

    /// The last record's place; `trimmed` when there is none.
    func last() throws -> JournalSequence {
        let trimmed = try trimmed()
        let last = try queue.read { try Int64.fetchOne($0, sql: "SELECT max(sequence) FROM record") }
        return last.map { JournalSequence(UInt64(bitPattern: $0)) } ?? trimmed
    }

    /// Hands the stored records behind `sequence` to `body`, in order, until it says to stop.
    func forEachRecord(after sequence: JournalSequence, _ body: (StoredRecord) throws -> Bool) throws {
        try queue.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT sequence, checksum, bytes FROM record WHERE sequence > ? ORDER BY sequence")
            let rows = try Row.fetchCursor(statement, arguments: [Int64(bitPattern: sequence.value)])
            while let row = try rows.next() {
                let isWanted = try body(
                    StoredRecord(
                        sequence: JournalSequence(UInt64(bitPattern: row[0])), checksum: UInt64(bitPattern: row[1]),
                        bytes: [UInt8](row[2] as Data)))
                if !isWanted { return }
            }
        }
    }

    /// Removes every record behind `sequence`.
    func cut(after sequence: JournalSequence) throws {
        try queue.write { database in
            try database.execute(
                sql: "DELETE FROM record WHERE sequence > ?", arguments: [Int64(bitPattern: sequence.value)])
        }
    }

    /// Removes every record up to and with `sequence`, and notes it.
    func trim(through sequence: JournalSequence) throws {
        let value = Int64(bitPattern: sequence.value)
        try queue.write { database in
            try database.execute(sql: "DELETE FROM record WHERE sequence <= ?", arguments: [value])
            try database.execute(sql: "UPDATE journal SET trimmed = ?", arguments: [value])
        }
    }
}
