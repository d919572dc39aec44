import Cluster
import Wire

/// Reads chunks of stored snapshots.
enum SnapshotChunk {
    /// The bytes of one chunk.
    ///
    /// - Throws: ``JournalError`` with `corrupt` when it is missing or not what was stored, and errors of SQLite.
    static func read(
        _ index: Int, of reference: SnapshotReference, number: Int64, from database: JournalDatabase
    ) throws -> [UInt8] {
        guard let chunk = try database.chunk(index, of: number) else {
            throw damaged(index, of: reference, "is missing")
        }
        guard Checksum.of(chunk.bytes) == chunk.checksum else {
            throw damaged(index, of: reference, "does not have the checksum it was stored with")
        }
        return chunk.bytes
    }

    private static func damaged(_ index: Int, of reference: SnapshotReference, _ what: String) -> JournalError {
        JournalError(
            .corrupt,
            "Chunk \(index + 1) of \(reference.chunkCount) of the snapshot at sequence \(reference.sequence) \(what). "
                + "Use an older snapshot.")
    }
}
