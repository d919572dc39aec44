/// The durable, ordered event log of one partition.
///
/// A record is durable once `append` has returned its sequence. Every implementation passes the same conformance
/// suite: in memory (simulation), SQLite (one node), JetStream (the cluster).
public protocol Journal: Sendable {
    /// Opens the journal, or makes an empty one.
    ///
    /// - Returns: What was found, a torn or corrupt end included: the journal then ends before it.
    /// - Throws: ``JournalError`` with `locked`, `unavailable`, or `corrupt` when what is damaged is not its end.
    func open() async throws(JournalError) -> JournalCondition

    /// Makes a record durable right behind `record.follows`.
    ///
    /// Appends are made in the order of their sequences; several may be under way at once.
    ///
    /// - Returns: Where the record stands, and how much room is left.
    /// - Throws: ``JournalError`` with `conflict` when the journal does not end at `record.follows`; `full`,
    ///   `unavailable` or `tooLarge` when nothing was written; `unknown` when it cannot tell.
    func append(_ record: JournalRecord) async throws(JournalError) -> JournalReceipt

    /// Reads records in order from the one behind `sequence`, at least one if there is any, at most about `bytes`.
    ///
    /// - Throws: ``JournalError`` with `corrupt` or `unavailable`; `unavailable` also when `sequence` was trimmed.
    func read(after sequence: JournalSequence, upTo bytes: Int) async throws(JournalError) -> [JournalEntry]

    /// Stores a snapshot beside the journal. It counts only once a record names it.
    ///
    /// - Throws: ``JournalError`` with `full` or `unavailable`.
    func store(_ snapshot: Snapshot) async throws(JournalError)

    /// The snapshots that are stored whole, newest first, named by a record or not.
    func snapshots() async throws(JournalError) -> [SnapshotReference]

    /// Reads a snapshot back.
    ///
    /// - Throws: ``JournalError`` with `corrupt` when its bytes are not those it was named with; `unavailable` when
    ///   there is no such snapshot.
    func snapshot(_ reference: SnapshotReference) async throws(JournalError) -> Snapshot

    /// Lets go of every record up to and with `sequence`, and of every snapshot older than it.
    func trim(through sequence: JournalSequence) async throws(JournalError)

    /// Lets go of the store; every call after it throws `unavailable`.
    func close() async
}

/// One record and its place.
public struct JournalEntry: Hashable, Sendable {
    public let sequence: JournalSequence
    public let record: JournalRecord

    public init(sequence: JournalSequence, record: JournalRecord) {
        self.sequence = sequence
        self.record = record
    }
}

/// The answer to an append.
public struct JournalReceipt: Hashable, Sendable {
    /// Where the record stands.
    public let sequence: JournalSequence
    /// How much room the store has left.
    public let room: JournalRoom

    public init(sequence: JournalSequence, room: JournalRoom) {
        self.sequence = sequence
        self.room = room
    }
}

/// How much room a journal's store has left.
public enum JournalRoom: UInt8, Sendable {
    /// Enough.
    case plenty
    /// So little that what is there should be finished and nothing new begun.
    case low
}

/// What opening a journal found.
public struct JournalCondition: Hashable, Sendable {
    /// The place before the oldest record that is kept; ``JournalSequence/start`` when none was trimmed.
    public let trimmed: JournalSequence
    /// The last record's place; equal to `trimmed` when there is none.
    public let last: JournalSequence
    /// What was wrong with the journal's end and was cut off; nil when it was whole.
    public let damage: String?
    /// How much room the store has left.
    public let room: JournalRoom

    public init(trimmed: JournalSequence, last: JournalSequence, damage: String?, room: JournalRoom) {
        self.trimmed = trimmed
        self.last = last
        self.damage = damage
        self.room = room
    }
}
