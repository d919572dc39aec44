import Synchronization

/// A journal in memory: the twin of the durable ones, for simulation and tests.
///
/// Every call has its whole effect at once, before it returns. Faults are added around it, not in it.
public final class MemoryJournal: Journal {
    private let store: MemoryJournalStore
    /// This journal's opening of the store; nil before it.
    private let opening = Mutex<UInt64?>(nil)

    /// A journal over `store`, which another may have written before.
    public init(store: MemoryJournalStore = MemoryJournalStore()) {
        self.store = store
    }

    public var overtaking: Overtaking { store.overtaking }

    public var medium: JournalMedium { .memory }

    public func open() async throws(JournalError) -> JournalCondition {
        guard opening.withLock({ $0 == nil }) else {
            throw JournalError(.unavailable, "The journal was opened before; make a new one to open its store again.")
        }
        let found: (opening: UInt64, condition: JournalCondition)? = store.contents.withLock { contents in
            guard store.overtaking != .impossible || contents.holders.isEmpty else { return nil }
            contents.openings += 1
            contents.holders.insert(contents.openings)
            let condition = JournalCondition(
                trimmed: contents.trimmed, last: contents.last, damage: nil, room: contents.room)
            return (contents.openings, condition)
        }
        guard let found else {
            throw JournalError(.locked, "Another journal holds the store in memory; close it first.")
        }
        opening.withLock { $0 = found.opening }
        return found.condition
    }

    public func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        try record.checkLength()
        return try withContents { contents throws(JournalError) in
            guard record.follows == contents.last else {
                throw JournalError.conflict(record, journalEndsAt: contents.last)
            }
            contents.records.append(record)
            return JournalReceipt(sequence: contents.last, room: contents.room)
        }
    }

    public func read(
        after sequence: JournalSequence, upTo bytes: Int
    ) async throws(JournalError) -> [JournalEntry] {
        try withContents { contents throws(JournalError) in
            try JournalError.checkRead(after: sequence, trimmed: contents.trimmed, last: contents.last)
            var entries: [JournalEntry] = []
            var total = 0
            for record in contents.records[Int(sequence.value - contents.trimmed.value)...] {
                guard entries.isEmpty || total + record.payload.count <= bytes else { break }
                total += record.payload.count
                entries.append(JournalEntry(sequence: record.follows.next, record: record))
            }
            return entries
        }
    }

    public func end() async throws(JournalError) -> JournalSequence {
        try withContents { $0.last }
    }

    public func store(_ snapshot: Snapshot) async throws(JournalError) {
        try withContents { contents in
            contents.damagedSnapshots.remove(snapshot.reference)
            contents.snapshots.removeAll { $0.reference == snapshot.reference }
            contents.snapshots.append(snapshot)
        }
    }

    public func snapshots() async throws(JournalError) -> [SnapshotReference] {
        try withContents { contents in
            contents.snapshots.map(\.reference).reversed().sorted { $0.sequence > $1.sequence }
        }
    }

    public func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        try withContents { contents throws(JournalError) in
            guard let snapshot = contents.snapshots.first(where: { $0.reference == reference }) else {
                throw JournalError.noSnapshot(reference)
            }
            guard !contents.damagedSnapshots.contains(reference) else {
                return try Snapshot(reference: reference, chunks: Array(snapshot.chunks.dropLast()))
            }
            return snapshot
        }
    }

    public func trim(through sequence: JournalSequence) async throws(JournalError) {
        try withContents { contents in
            let through = min(sequence, contents.last)
            if through > contents.trimmed {
                contents.records.removeFirst(Int(through.value - contents.trimmed.value))
                contents.trimmed = through
            }
            contents.snapshots.removeAll { $0.reference.sequence < sequence }
        }
    }

    public func inspect() async throws(JournalError) -> JournalInspection {
        try withContents { _ in JournalInspection(place: "memory") }
    }

    public func close() async {
        let opening = opening.withLock { $0 }
        store.contents.withLock { contents in
            if let opening { contents.holders.remove(opening) }
        }
    }

    private func withContents<Result>(
        _ body: (inout sending MemoryJournalStore.Contents) throws(JournalError) -> sending Result
    ) throws(JournalError) -> Result {
        let opening = opening.withLock { $0 }
        return try store.contents.withLock { contents throws(JournalError) in
            guard let opening, contents.holders.contains(opening) else {
                throw JournalError(.unavailable, "The journal in memory is not open; nothing was done.")
            }
            return try body(&contents)
        }
    }
}
