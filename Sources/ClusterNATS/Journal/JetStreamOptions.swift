public import Cluster

/// How one partition's journal is kept in JetStream.
///
/// What concerns the stream itself counts when it is made; a stream that is there keeps what it was made with.
public struct JetStreamOptions: Hashable, Sendable {
    /// The cluster's name.
    public var cluster: String
    /// Which stream of the partition to begin looking at: 1 is the first, and a stream that was sealed says which takes
    /// its place.
    public var generation = 1
    /// Makes a stream that is not there yet, whose first record comes behind this sequence; nil opens the one that is
    /// there, or makes the partition's first.
    public var beginsBehind: JournalSequence?
    /// Over how many servers the streams are replicated, 1 to 5.
    public var replicas = 1
    /// The most bytes of records; beyond it appends are refused.
    public var journalBytes = 1_073_741_824
    /// The most bytes of snapshots; room for at least three of them.
    public var snapshotBytes = 1_073_741_824
    /// Below so many free bytes receipts say that room is low; an eighth of `journalBytes` if that is less.
    public var lowWaterBytes = 67_108_864
    /// The JetStream domain of an island; nil for the one the connection leads to.
    public var domain: String?
    /// How long an append waits for its answer before its outcome counts as unknown.
    public var appendTimeout: Duration = .seconds(1)
    /// How long a look at a stream, or a request for records, waits for its answer; who is gone gives none, and another
    /// is asked then.
    public var lookTimeout: Duration = .seconds(1)
    /// How long any other request waits.
    public var timeout: Duration = .seconds(5)
    /// Refuses servers older than 2.12 instead of warning of them.
    public var production = false

    public init(cluster: String) {
        self.cluster = cluster
    }
}
