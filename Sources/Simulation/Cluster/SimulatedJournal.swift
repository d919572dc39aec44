import Cluster
import Synchronization

/// One owner's way to the shared journal of a partition: takes virtual time, keeps appends in their order, fails now and
/// then, and ends with the owner's process.
///
/// Where an owner may have several appends under way, those of a node that is cut off from the others are held up, until
/// another has taken over or the way is whole again: then they arrive one right behind the other, late as they are.
final class SimulatedJournal: Journal {
    /// How soon one append follows another that had held it up.
    private static let beat: Duration = .microseconds(200)

    private let storage: SharedStorage
    private let journal: MemoryJournal
    private let process: SimulatedPower
    private let time: VirtualTime
    private let isCutOff: @Sendable () -> Bool
    /// The appends that have not reached the store, by the ids of their records.
    private let travelling = Mutex<Set<UInt64>>([])

    init(
        _ storage: SharedStorage, process: SimulatedPower, time: VirtualTime,
        isCutOff: @escaping @Sendable () -> Bool = { false }
    ) {
        self.isCutOff = isCutOff
        self.storage = storage
        self.process = process
        self.time = time
        journal = MemoryJournal(store: storage.store)
    }

    var overtaking: Overtaking { journal.overtaking }

    var medium: JournalMedium { journal.medium }

    func open() async throws(JournalError) -> JournalCondition {
        try await travel()
        return try await journal.open()
    }

    func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        let receipt = try await arrive(record)
        // What is written is written, though its writer may never hear of it.
        do { try await travel() } catch { throw JournalError(.unknown, "Nobody knows whether it was written.") }
        if storage.chance(storage.faults.unknownWritten) {
            throw JournalError(.unknown, "Nobody knows whether it was written.")
        }
        return receipt
    }

    func read(after sequence: JournalSequence, upTo bytes: Int) async throws(JournalError) -> [JournalEntry] {
        try await travel()
        if storage.chance(storage.faults.unavailable) {
            throw JournalError(.unavailable, "The simulated stream does not answer.")
        }
        return try await journal.read(after: sequence, upTo: bytes).map { storage.asRead($0) }
    }

    func end() async throws(JournalError) -> JournalSequence {
        try await travel()
        return try await journal.end()
    }

    func store(_ snapshot: Snapshot) async throws(JournalError) {
        try await travel()
        try await journal.store(snapshot)
    }

    func snapshots() async throws(JournalError) -> [SnapshotReference] {
        try await travel()
        return try await journal.snapshots()
    }

    func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        try await travel()
        return try await journal.snapshot(reference)
    }

    func trim(through sequence: JournalSequence) async throws(JournalError) {
        try await travel()
        try await journal.trim(through: sequence)
    }

    func inspect() async throws(JournalError) -> JournalInspection {
        try await travel()
        return try await journal.inspect()
    }

    func close() async {
        await journal.close()
    }

    private func arrive(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        travelling.withLock { _ = $0.insert(record.id) }
        defer { travelling.withLock { _ = $0.remove(record.id) } }
        try await travel()
        while isCutOff(), storage.epoch == record.epoch, !Task.isCancelled { try await pass(Self.beat) }
        while !Task.isCancelled, travelling.withLock({ $0.contains { $0 < record.id } }) { try await pass(Self.beat) }
        if storage.chance(storage.faults.unknownLost) {
            throw JournalError(.unknown, "Nobody knows whether it was written.")
        }
        return try await write(record)
    }

    private func write(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        do throws(JournalError) {
            let receipt = try await journal.append(record)
            storage.wrote(JournalEntry(sequence: receipt.sequence, record: record))
            return receipt
        } catch {
            guard storage.sabotage?.ignoresEnds == true, error.code == .conflict else { throw error }
            return try await writeUnfenced(record)
        }
    }

    /// Puts the record at the journal's end, wherever that is, and has its writer believe that it is in its place.
    private func writeUnfenced(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        let end = storage.store.entries.last?.sequence ?? .start
        let moved = JournalRecord(
            partition: record.partition, epoch: record.epoch, incarnation: record.incarnation, id: record.id,
            follows: end, kind: record.kind, payload: record.payload)
        let receipt = try await journal.append(moved)
        storage.wrote(JournalEntry(sequence: receipt.sequence, record: moved))
        return JournalReceipt(sequence: record.follows.next, room: receipt.room)
    }

    private func travel() async throws(JournalError) { try await pass(storage.delay()) }

    /// Lets virtual time pass; nothing reaches the store from a process that is dead.
    private func pass(_ duration: Duration) async throws(JournalError) {
        // A cancelled caller goes on at once.
        do { try await time.sleep(until: time.now + duration) } catch {}
        guard process.isOn else { throw JournalError(.unavailable, "The process is dead.") }
    }
}
