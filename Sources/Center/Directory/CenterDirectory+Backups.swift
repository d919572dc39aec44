public import Cluster
import ContactCenter

extension CenterDirectory {
    /// How long a backup may take to be made: the whole state is written.
    private static let backupTimeout: Duration = .seconds(60)

    /// The whole state of a partition behind a durable record, to be kept elsewhere; the partition goes on meanwhile.
    ///
    /// - Throws: ``CenterError``, with `invalid` when there is no such partition, or it moved meanwhile.
    public func backUp(_ partition: PartitionID) async throws(CenterError) -> PartitionBackup {
        try require(partition)
        let reference = try await call(Self.backupTimeout) { try await partitionActor(partition).backUp() }
        var pieces: [[UInt8]] = []
        for number in 0..<reference.chunkCount {
            let piece = try await call { try await partitionActor(partition).backupPiece(of: reference, number) }
            pieces.append(piece.bytes)
        }
        let packed: Snapshot
        do { packed = try Snapshot(reference: reference, chunks: pieces) } catch {
            throw CenterError(
                .invalid, "The backup of \(partition) did not arrive whole; ask for it again.", cause: error)
        }
        return try PartitionBackup(file: packed.bytes)
    }

    /// Puts a partition's state back, into a new journal; the old one is sealed and left as it is otherwise.
    ///
    /// Whatever happened in the partition since the backup is lost with it. Returns once it is served again, or after a
    /// while.
    ///
    /// - Throws: ``ContactCenter/Refusal`` when this node stands alone; ``CenterError`` with `invalid` when the backup is
    ///   of no partition here, `unavailable` when the journals cannot be reached.
    public func restore(_ backup: PartitionBackup) async throws -> Restoration {
        let partition = backup.partition
        try require(partition)
        guard let journals, let place = layout.place(of: partition) else {
            throw Refusal(
                .wrongState,
                "The node \(system.node) stands alone and holds its journal for itself. Stop it, then restore into its data "
                    + "folder: sundial restore FILE --data FOLDER")
        }
        let restore = PartitionRestore(
            place: place, journals: journals, incarnation: Incarnation.random(in: 1 ... .max))
        let restoration = try await restore.run(backup)
        // Whoever owned it finds the seal when it is asked, and steps down; then this waits for the next owner.
        _ = try? await call { try await partitionActor(partition).figures() }
        return restoration
    }
}

extension PartitionBackup {
    /// Puts a partition's state back where no node runs that has its journal open.
    ///
    /// - Throws: ``CenterError``.
    public func restore(into journals: JournalSource) async throws(CenterError) -> Restoration {
        let place = CenterLayout.Place(partition: partition, floorNumber: floorNumber)
        return try await PartitionRestore(
            place: place, journals: journals, incarnation: Incarnation.random(in: 1 ... .max)
        ).run(self)
    }
}
