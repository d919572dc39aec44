import Cluster
import Synchronization

/// A journal in memory whose first appends end without an answer.
final class DoubtfulJournal: Journal {
    /// What becomes of a record whose append is not answered.
    enum Fate { case kept, lost }

    private let journal: MemoryJournal
    private let fates: Mutex<[Fate]>

    init(_ store: MemoryJournalStore, fates: [Fate]) {
        journal = MemoryJournal(store: store)
        self.fates = Mutex(fates)
    }

    var overtaking: Overtaking { journal.overtaking }
    var medium: JournalMedium { journal.medium }

    func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        let fate = fates.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        guard let fate else { return try await journal.append(record) }
        if fate == .kept { _ = try await journal.append(record) }
        throw JournalError(.unknown, "Nobody answered.")
    }

    func open() async throws(JournalError) -> JournalCondition { try await journal.open() }
    func read(after sequence: JournalSequence, upTo bytes: Int) async throws(JournalError) -> [JournalEntry] {
        try await journal.read(after: sequence, upTo: bytes)
    }
    func end() async throws(JournalError) -> JournalSequence { try await journal.end() }
    func store(_ snapshot: Snapshot) async throws(JournalError) { try await journal.store(snapshot) }
    func snapshots() async throws(JournalError) -> [SnapshotReference] { try await journal.snapshots() }
    func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        try await journal.snapshot(reference)
    }
    func trim(through sequence: JournalSequence) async throws(JournalError) {
        try await journal.trim(through: sequence)
    }
    func inspect() async throws(JournalError) -> JournalInspection { try await journal.inspect() }
    func close() async { await journal.close() }
}
