import Synchronization

/// What a ``MemoryJournal`` writes to: it outlives the journal as a disk outlives a process, so that a restart can
/// open it again.
public final class MemoryJournalStore: Sendable {
    /// Everything that is stored, and who holds it.
    struct Contents {
        var records: [JournalRecord] = []
        var trimmed = JournalSequence.start
        var snapshots: [Snapshot] = []
        var damagedSnapshots: Set<SnapshotReference> = []
        var holders: Set<UInt64> = []
        var openings: UInt64 = 0
        var room = JournalRoom.plenty

        var last: JournalSequence { JournalSequence(trimmed.value + UInt64(records.count)) }
    }

    /// Whether several journals may have the store open at once, and how each learns of the others.
    public let overtaking: Overtaking
    let contents = Mutex(Contents())

    /// An empty store, whose first record comes behind `trimmed`.
    public init(overtaking: Overtaking = .impossible, trimmed: JournalSequence = .start) {
        self.overtaking = overtaking
        contents.withLock { $0.trimmed = trimmed }
    }

    /// All records that are kept, with their places.
    public var entries: [JournalEntry] {
        contents.withLock { contents in
            contents.records.enumerated().map { offset, record in
                JournalEntry(sequence: JournalSequence(contents.trimmed.value + UInt64(offset) + 1), record: record)
            }
        }
    }

    /// Takes the store away from the journals that hold it, as the end of their process does: their calls throw
    /// `unavailable` from now on, and another may open the store.
    public func seize() {
        contents.withLock { $0.holders = [] }
    }

    /// Sets how much room receipts report from now on.
    public func setRoom(_ room: JournalRoom) {
        contents.withLock { $0.room = room }
    }

    /// Removes the last `count` records, as a store that loses them does.
    public func loseLast(_ count: Int) {
        contents.withLock { $0.records.removeLast(min(count, $0.records.count)) }
    }

    /// Makes a stored snapshot read as one whose bytes have rotted.
    public func damage(_ reference: SnapshotReference) {
        contents.withLock { _ = $0.damagedSnapshots.insert(reference) }
    }
}
