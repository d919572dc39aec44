import Cluster
import ContactCenter
import DequeModule
import Wire

/// Decides which record is appended when, and what is known to be durable: the machine behind a host's group commit.
///
/// Decisions gather in one open batch. A batch is closed, that is turned into a record with a fixed place, when it is
/// full, when an append may begin, or when another kind of record must stand behind it. From then on the record never
/// changes: whatever becomes of an append, the same bytes are sent again for the same place, or the machine stops.
///
/// Records go out in the order of their places, several at once if that is allowed; answers may come in any order,
/// but ``confirmed`` advances only over records without a gap. At the first failure nothing more goes out; when the
/// last answer still owed is there, the owner of this machine finds out what the journal holds (``Repair``) and says
/// so with ``resend()`` or ``resolve(_:)``.
struct CommitLog {
    /// What is to be found out after an append failed.
    enum Repair: Equatable {
        /// Nothing was written: send the same records again after a while.
        case retry
        /// Some may have been written: read the journal behind ``CommitLog/confirmed``.
        case readTail
    }

    /// What the journal's tail says about the records that were under way.
    enum Resolution: Equatable {
        /// Its own records, or nothing: those found count as durable, the others are sent again.
        case resumed
        /// Somebody else wrote: this owner's time is over.
        case steppedDown
    }

    private struct Attempt {
        let record: JournalRecord
        let startedAt: Duration
        var outcome: Outcome = .pending
    }

    private enum Outcome: Equatable {
        case pending, confirmed, failed(Repair)
    }

    /// The last record that is durable, with everything before it.
    private(set) var confirmed: JournalSequence
    /// The record at ``confirmed``, if this owner wrote it.
    private(set) var lastConfirmed: JournalRecord?
    /// How long the appends took and how much they held.
    private(set) var figures = CommitFigures()
    /// What every reader will make of the records closed so far.
    private(set) var fence: Fence
    /// Payload bytes of records not yet durable, the open batch left out.
    private var closedBytes = 0
    private let epoch: Epoch
    private let incarnation: Incarnation
    private let limits: PartitionLimits
    private var nextID: UInt64 = 1
    private var batch = RecordBatch()
    private var waiting: Deque<JournalRecord> = []
    private var underWay: Deque<Attempt> = []
    private var isFailing = false

    /// The log of an owner that begins behind `fence.last`, with its takeover as the first record.
    init(fence: Fence, incarnation: Incarnation, limits: PartitionLimits) {
        confirmed = fence.last
        self.fence = fence
        epoch = fence.epoch + 1
        self.incarnation = incarnation
        self.limits = limits
        close(.takeover, [])
    }

    /// The place at which everything decided so far is durable.
    var position: JournalSequence { batch.isEmpty ? fence.last : fence.last.next }
    /// The place that the open batch will have.
    var openPosition: JournalSequence { fence.last.next }
    /// How many records are not yet durable, the open batch included.
    var waitingRecords: Int { waiting.count + underWay.count + (batch.isEmpty ? 0 : 1) }
    /// Whether anything decided so far is yet to be sent for the first time, or again.
    var hasUnsent: Bool { !waiting.isEmpty || !batch.isEmpty }
    /// Bytes of events that are not yet durable.
    var waitingBytes: Int { closedBytes + batch.byteCount }
    /// Whether an append failed and what the journal holds is not yet known.
    var needsRepair: Bool { isFailing }
    /// What is to be done about the failure; nil while answers are owed, or when nothing failed.
    var repair: Repair? {
        guard isFailing, !underWay.contains(where: { $0.outcome == .pending }) else { return nil }
        let failures = underWay.map(\.outcome).filter { $0 != .confirmed }
        return failures.first == .failed(.retry) && failures.count == 1 ? .retry : .readTail
    }
    /// When the oldest append still under way began; nil when none is.
    var oldestAppend: Duration? { underWay.first?.startedAt }

    /// Takes on what a command came to. Complexity: O(bytes of its events).
    mutating func add(_ command: CommandID, _ events: [Event]) {
        guard !events.isEmpty else { return }
        batch.add(command, events)
        if batch.byteCount >= limits.recordBytes || batch.commandCount >= limits.recordCommands { closeBatch() }
    }

    /// Closes the open batch, if there is anything in it.
    mutating func closeBatch() {
        guard !batch.isEmpty else { return }
        figures.commands.record(Double(batch.commandCount))
        close(.commands, batch.take())
    }

    /// Closes an empty record of commands, to learn from its receipt how the store is doing.
    mutating func addProbe() {
        closeBatch()
        close(.commands, batch.take())
    }

    /// Closes a record that names a snapshot.
    mutating func add(_ snapshot: SnapshotReference) {
        closeBatch()
        close(.snapshot, snapshot.wireBytes())
    }

    /// The next record to be appended; nil when there is none, or none may go out now.
    mutating func takeRecord(now: Duration) -> JournalRecord? {
        guard !isFailing, underWay.count < limits.appendsInFlight else { return nil }
        if waiting.isEmpty { closeBatch() }
        guard let record = waiting.popFirst() else { return nil }
        underWay.append(Attempt(record: record, startedAt: now))
        return record
    }

    /// An append was answered.
    mutating func received(_ receipt: JournalReceipt, for record: JournalRecord, now: Duration) {
        let isInPlace = receipt.sequence == record.follows.next
        if isInPlace, let attempt = underWay.first(where: { $0.record.id == record.id }) {
            figures.seconds.record((now - attempt.startedAt) / .seconds(1))
        }
        settle(record, isInPlace ? .confirmed : .failed(.readTail))
    }

    /// An append failed.
    mutating func received(_ error: JournalError, for record: JournalRecord) {
        let nothingWritten = error.code == .full || error.code == .unavailable
        settle(record, .failed(nothingWritten ? .retry : .readTail))
    }

    /// Sends everything that is not durable again, the same records in the same order.
    mutating func resend() {
        while let attempt = underWay.popLast() { waiting.prepend(attempt.record) }
        isFailing = false
    }

    /// Takes in the entries found behind ``confirmed``; ``resend()`` sends again what is not among them.
    mutating func resolve(_ tail: [JournalEntry]) -> Resolution {
        for entry in tail {
            guard let attempt = underWay.first, attempt.record == entry.record,
                entry.sequence == confirmed.next
            else { return .steppedDown }
            underWay.removeFirst()
            confirm(attempt.record)
        }
        return .resumed
    }

    private mutating func settle(_ record: JournalRecord, _ outcome: Outcome) {
        guard let place = underWay.firstIndex(where: { $0.record.id == record.id }) else { return }
        underWay[place].outcome = outcome
        if outcome != .confirmed { isFailing = true }
        while let attempt = underWay.first, attempt.outcome == .confirmed {
            underWay.removeFirst()
            confirm(attempt.record)
        }
    }

    private mutating func confirm(_ record: JournalRecord) {
        confirmed = record.follows.next
        lastConfirmed = record
        closedBytes -= record.payload.count
    }

    private mutating func close(_ kind: JournalRecord.Kind, _ payload: [UInt8]) {
        let record = JournalRecord(
            partition: fence.partition, epoch: epoch, incarnation: incarnation, id: nextID, follows: fence.last,
            kind: kind, payload: payload)
        let verdict = fence.admit(record)
        precondition(
            verdict == .counts || verdict == .takesOver, "a record of the owner itself is void: \(verdict)")
        nextID += 1
        closedBytes += payload.count
        waiting.append(record)
    }
}
