import Cluster
import Foundation
import GRDB
import Wire

extension JournalDatabase {
    /// Chunks removed in one transaction.
    private static let removedChunks = 8

    /// Begins to store a snapshot.
    ///
    /// - Returns: The number that its chunks are stored under.
    func beginSnapshot(_ reference: SnapshotReference) throws -> Int64 {
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO snapshot (sequence, chunkCount, checksum, phase) VALUES (?, ?, ?, ?)",
                arguments: [
                    Int64(bitPattern: reference.sequence.value), reference.chunkCount,
                    Int64(bitPattern: reference.checksum), SnapshotPhase.arriving.rawValue,
                ])
            return database.lastInsertedRowID
        }
    }

    /// Stores one chunk of a snapshot that was begun.
    func storeChunk(_ bytes: [UInt8], number: Int, of snapshot: Int64) throws {
        try queue.write { database in
            try database.execute(
                sql: "INSERT INTO chunk (snapshot, number, checksum, bytes) VALUES (?, ?, ?, ?)",
                arguments: [snapshot, number, Int64(bitPattern: Checksum.of(bytes)), Data(bytes)])
        }
    }

    /// Makes a stored snapshot count as whole, in place of an equal one stored before.
    func finishSnapshot(_ snapshot: Int64) throws {
        try queue.write { database in
            try database.execute(
                sql: """
                    UPDATE snapshot SET phase = ? WHERE phase = ? AND (sequence, chunkCount, checksum) =
                        (SELECT sequence, chunkCount, checksum FROM snapshot WHERE id = ?)
                    """,
                arguments: [SnapshotPhase.leaving.rawValue, SnapshotPhase.whole.rawValue, snapshot])
            try database.execute(
                sql: "UPDATE snapshot SET phase = ? WHERE id = ?",
                arguments: [SnapshotPhase.whole.rawValue, snapshot])
        }
    }

    /// The whole snapshots, newest first.
    func snapshots() throws -> [SnapshotReference] {
        try queue.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT sequence, chunkCount, checksum FROM snapshot WHERE phase = ?
                    ORDER BY sequence DESC, id DESC
                    """,
                arguments: [SnapshotPhase.whole.rawValue])
            return rows.map { row in
                SnapshotReference(
                    sequence: JournalSequence(UInt64(bitPattern: row[0])), chunkCount: row[1],
                    checksum: UInt64(bitPattern: row[2]))
            }
        }
    }

    /// The number that a whole snapshot's chunks are stored under; nil when there is none.
    func snapshotNumber(_ reference: SnapshotReference) throws -> Int64? {
        try queue.read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT id FROM snapshot
                    WHERE sequence = ? AND chunkCount = ? AND checksum = ? AND phase = ? ORDER BY id DESC
                    """,
                arguments: [
                    Int64(bitPattern: reference.sequence.value), reference.chunkCount,
                    Int64(bitPattern: reference.checksum), SnapshotPhase.whole.rawValue,
                ])
        }
    }

    /// One chunk with the checksum it was stored with; nil when it is not there.
    func chunk(_ number: Int, of snapshot: Int64) throws -> (checksum: UInt64, bytes: [UInt8])? {
        try queue.read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT checksum, bytes FROM chunk WHERE snapshot = ? AND number = ?",
                arguments: [snapshot, number])
            return row.map { (UInt64(bitPattern: $0[0]), [UInt8]($0[1] as Data)) }
        }
    }

    /// Lets go of one snapshot, whole or not.
    func letGoOfSnapshot(_ snapshot: Int64) throws {
        try letGoOfSnapshots(where: "id = ?", snapshot)
    }

    /// Lets go of whole snapshots older than `sequence`.
    func letGoOfSnapshots(olderThan sequence: JournalSequence) throws {
        let whole = SnapshotPhase.whole.rawValue
        try letGoOfSnapshots(where: "phase = \(whole) AND sequence < ?", Int64(bitPattern: sequence.value))
    }

    /// Lets go of whatever a crash left half stored, and of snapshots newer than the journal's end.
    func letGoOfSnapshots(notWholeOrBehind last: JournalSequence) throws {
        let whole = SnapshotPhase.whole.rawValue
        try letGoOfSnapshots(where: "phase <> \(whole) OR sequence > ?", Int64(bitPattern: last.value))
    }

    private func letGoOfSnapshots(where condition: String, _ value: Int64) throws {
        try queue.write { database in
            try database.execute(
                sql: "UPDATE snapshot SET phase = \(SnapshotPhase.leaving.rawValue) WHERE \(condition)",
                arguments: [value])
        }
    }

    /// Removes some chunks of snapshots that were let go of.
    ///
    /// - Returns: Whether more may be left.
    func removeUnwantedChunks() throws -> Bool {
        try queue.write { database in
            try database.execute(
                sql: """
                    DELETE FROM chunk WHERE rowid IN (
                        SELECT chunk.rowid FROM chunk JOIN snapshot ON snapshot.id = chunk.snapshot
                        WHERE phase = \(SnapshotPhase.leaving.rawValue) LIMIT \(Self.removedChunks))
                    """)
            if database.changesCount > 0 { return true }
            try database.execute(sql: "DELETE FROM snapshot WHERE phase = \(SnapshotPhase.leaving.rawValue)")
            return false
        }
    }
}
