import Center
public import Cluster
import ContactCenter
import Synchronization
import Wire

/// A journal in memory that fails as its plan says, and that breaks a promise when it is told to.
///
/// Every call takes some virtual time in several steps, so that a crash may come before a record is written, while it
/// is being written (which tears it), and after it is written but before its writer hears of it.
public final class FaultyJournal: Journal {
    private let disk: SimulatedDisk
    private let journal: MemoryJournal
    private let time: VirtualTime
    private let plan: FaultPlan
    private let sabotage: Sabotage?
    /// The record that was acknowledged and not yet written; only ever there under sabotage.
    private let unwritten = Mutex<JournalRecord?>(nil)
    /// Whether anything was appended: before that nothing fails, for a node that cannot recover only ends.
    private let hasAppended = Mutex(false)

    public init(disk: SimulatedDisk, time: VirtualTime, plan: FaultPlan, sabotage: Sabotage? = nil) {
        self.disk = disk
        self.time = time
        self.plan = plan
        self.sabotage = sabotage
        journal = MemoryJournal(store: disk.store)
    }

    public var overtaking: Overtaking { journal.overtaking }

    public var medium: JournalMedium { journal.medium }

    public func open() async throws(JournalError) -> JournalCondition {
        await pause()
        let found = try await journal.open()
        return JournalCondition(trimmed: found.trimmed, last: found.last, damage: disk.hold(), room: found.room)
    }

    public func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        hasAppended.withLock { $0 = true }
        await pause()
        if disk.isFull(plan) { throw JournalError(.full, "The simulated disk is full; nothing was written.") }
        if disk.chance(plan.unknownLost) { throw JournalError(.unknown, "Nobody knows whether it was written.") }
        if sabotage == .earlyRelease { return try await acknowledgeEarly(record) }
        disk.tear(record)
        await pause()
        let receipt = try await write(damaged(record))
        await pause()
        if disk.chance(plan.unknownWritten) { throw JournalError(.unknown, "Nobody knows whether it was written.") }
        return receipt
    }

    public func read(
        after sequence: JournalSequence, upTo bytes: Int
    ) async throws(JournalError) -> [JournalEntry] {
        try await hesitate()
        try await settle()
        return try await journal.read(after: sequence, upTo: bytes)
    }

    public func end() async throws(JournalError) -> JournalSequence {
        try await hesitate()
        try await settle()
        return try await journal.end()
    }

    public func store(_ snapshot: Snapshot) async throws(JournalError) {
        try await hesitate()
        try await journal.store(snapshot)
    }

    public func snapshots() async throws(JournalError) -> [SnapshotReference] {
        await pause()
        return try await journal.snapshots()
    }

    public func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot {
        await pause()
        return try await journal.snapshot(reference)
    }

    public func trim(through sequence: JournalSequence) async throws(JournalError) {
        await pause()
        try await journal.trim(through: sequence)
    }

    public func inspect() async throws(JournalError) -> JournalInspection {
        await pause()
        return try await journal.inspect()
    }

    public func close() async {
        await journal.close()
    }

    private func write(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        let receipt = try await journal.append(record)
        disk.clearTear()
        disk.wrote(JournalEntry(sequence: receipt.sequence, record: record))
        return receipt
    }

    private func hesitate() async throws(JournalError) {
        await pause()
        if hasAppended.withLock({ $0 }), disk.chance(plan.unavailable) {
            throw JournalError(.unavailable, "The simulated disk does not answer.")
        }
    }

    /// Lets virtual time pass; a cancelled caller goes on at once.
    private func pause() async {
        do { try await time.sleep(until: time.now + disk.duration(upTo: plan.slowestAppend)) } catch { return }
    }
}

extension FaultyJournal {
    /// Keeps the record in memory, as if it were durable, until the next call.
    private func acknowledgeEarly(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt {
        try await settle()
        unwritten.withLock { $0 = record }
        return JournalReceipt(sequence: record.follows.next, room: .plenty)
    }

    private func settle() async throws(JournalError) {
        let record = unwritten.withLock { record in
            defer { record = nil }
            return record
        }
        if let record { _ = try await write(record) }
    }

    /// The record as sabotage would have it.
    private func damaged(_ record: JournalRecord) -> JournalRecord {
        guard record.kind == .commands else { return record }
        switch sabotage {
        case .droppedRecord where disk.chance(0.2): return replacing(record, with: RecordBatch())
        case .halfCommand where disk.chance(0.2): return replacing(record, with: halved(record))
        default: return record
        }
    }

    private func halved(_ record: JournalRecord) -> RecordBatch {
        var batch = RecordBatch()
        do {
            try RecordBatch.forEachCommand(in: record.payload) { command, events in
                batch.add(command, Array(events.prefix((events.count + 1) / 2)))
            }
        } catch {
            return RecordBatch()
        }
        return batch
    }

    private func replacing(_ record: JournalRecord, with batch: RecordBatch) -> JournalRecord {
        var batch = batch
        return JournalRecord(
            partition: record.partition, epoch: record.epoch, incarnation: record.incarnation, id: record.id,
            follows: record.follows, kind: record.kind, payload: batch.take())
    }
}
