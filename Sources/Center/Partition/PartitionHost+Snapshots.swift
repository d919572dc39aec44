import Cluster
import ContactCenter
import Logging
import Wire

extension PartitionHost {
    /// Asks for a snapshot to be taken soon; returns at once.
    public func requestSnapshot() {
        snapshots.want()
        snapshotSignal.raise()
    }

    /// Takes a snapshot whenever one is due.
    func takeSnapshots() async throws {
        while true {
            try await snapshotSignal.wait()
            guard closure == nil, snapshots.isDue else { continue }
            do { try await takeSnapshot() } catch let error as JournalError {
                logger.warning(
                    "snapshot failed",
                    metadata: ["partition": "\(partition)", "code": "\(error.code)", "reason": "\(error.message)"])
            }
        }
    }

    /// Takes a snapshot behind a record, makes sure that it can be read, names it, and trims what it replaces.
    ///
    /// The floor is copied at the boundary of two records, so the copy holds exactly what they hold; it is written
    /// only once that record is durable, and off this actor, so that commands go on meanwhile.
    private func takeSnapshot() async throws {
        snapshots.begin()
        commit.closeBatch()
        let state = PartitionSnapshot(fence: commit.fence, floor: floor)
        commitSignal.raise()
        try await durable(state.fence.last)
        let snapshot = await Self.encoded(state)
        try await journal.store(snapshot)
        let stored = try await journal.snapshot(snapshot.reference)
        guard stored == snapshot else {
            throw JournalError(.corrupt, "The snapshot at \(snapshot.reference.sequence) reads back as another.")
        }
        commit.add(snapshot.reference)
        let naming = commit.position
        commitSignal.raise()
        try await durable(naming)
        if let previous = snapshots.named(snapshot.reference) { try await journal.trim(through: previous) }
        logger.info(
            "snapshot taken",
            metadata: ["partition": "\(partition)", "position": "\(snapshot.reference.sequence)"])
    }

    private func durable(_ position: JournalSequence) async throws {
        while commit.confirmed < position { try await snapshotProgress.wait() }
    }

    @concurrent
    private static func encoded(_ state: PartitionSnapshot) async -> Snapshot {
        Snapshot(of: state.wireBytes(), at: state.fence.last)
    }
}
