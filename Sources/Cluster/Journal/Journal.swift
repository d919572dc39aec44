/// The durable, ordered event log of one partition.
///
/// A record is durable once `append` has returned its sequence. Every implementation passes the same conformance
/// suite: in memory (tests, simulation), on SQLite (a node), and on JetStream (a cluster).
public protocol Journal: Sendable {
    /// How a writer learns that another has begun to write; the same for as long as the journal is open.
    var overtaking: Overtaking { get }

    /// What its records are written to; known once it is open.
    var medium: JournalMedium { get }

    /// Opens the journal, or makes an empty one.
    ///
    /// - Returns: What was found, a torn or corrupt end included: the journal then ends before it.
    /// - Throws: ``JournalError`` with `locked` when another has it open that cannot be overtaken, `unavailable`, or
    ///   `corrupt` when what is damaged is not its end; `conflict` when it was to be a new one and is there already.
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
    /// - Throws: ``JournalError`` with `corrupt` or `unavailable`; `unavailable` also when a record behind `sequence`
    ///   was trimmed; `corrupt` also when the journal ends before `sequence`: a store that lost what it had.
    func read(after sequence: JournalSequence, upTo bytes: Int) async throws(JournalError) -> [JournalEntry]

    /// The place of the last record, whoever wrote it, as it was at some instant between the call and its return;
    /// where ``overtaking`` says so, it may be older.
    ///
    /// - Throws: ``JournalError`` with `unavailable` when whoever decides on appends cannot say so now.
    func end() async throws(JournalError) -> JournalSequence

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

    /// Lets go of every record up to and with `sequence`, and of every snapshot older than it; what is not there
    /// need not be let go of, so a `sequence` beyond the end trims all records and numbers go on from the end.
    ///
    /// - Throws: ``JournalError`` with `full` or `unavailable`: then a part may have been let go of.
    func trim(through sequence: JournalSequence) async throws(JournalError)

    /// Looks at the store itself: whether it is whole, and whether its other copies have what this one has. Appends may
    /// wait meanwhile, for well under a second.
    ///
    /// - Throws: ``JournalError`` with `unavailable` when the store cannot be asked.
    func inspect() async throws(JournalError) -> JournalInspection

    /// Lets go of the store, so that another may open it; every call after it throws `unavailable`.
    func close() async
}
