import Cluster

/// Says when the next snapshot is due, and knows those that count.
///
/// What is behind the last snapshot is what a recovery replays, whoever wrote it: where owners change often, records that
/// were read at a recovery count as well, or no snapshot would ever be due and each recovery take longer than the one
/// before. A journal that a new owner reads over the network gets its snapshots early: as soon as the records behind the
/// last one are half as long as it is. To replay a byte of records takes several times as long as to load one of a
/// snapshot, so a recovery takes a few times as long as loading the state; and snapshots write about twice the bytes that
/// records do.
struct SnapshotPace {
    private let limits: PartitionLimits
    /// Whether another owner may have to read all this while callers wait.
    private let isShared: Bool
    private var records: Int
    private var bytes: Int
    /// Whether somebody asked for one.
    private(set) var isWanted = false
    /// The last snapshot that counts.
    private(set) var latest: SnapshotReference?

    /// - Parameters:
    ///   - latest: The last snapshot that counts; nil when there is none.
    ///   - records: How many records there are behind it.
    ///   - bytes: How many bytes of payload these have.
    init(
        limits: PartitionLimits, isShared: Bool = false, latest: SnapshotReference? = nil, records: Int = 0,
        bytes: Int = 0
    ) {
        self.limits = limits
        self.isShared = isShared
        self.latest = latest
        self.records = records
        self.bytes = bytes
    }

    var isDue: Bool {
        isWanted || records >= limits.snapshotRecords || bytes >= limits.snapshotBytes
            || isShared && records >= limits.earlySnapshotRecords && bytes >= bytesOfLatest / 2
    }

    /// A record became durable.
    mutating func passed(_ payloadBytes: Int) {
        records += 1
        bytes += payloadBytes
    }

    /// Somebody asks for a snapshot.
    mutating func want() { isWanted = true }

    /// One is begun: counts anew.
    mutating func begin() {
        records = 0
        bytes = 0
        isWanted = false
    }

    /// A snapshot counts from now on; returns the place of the one before it.
    mutating func named(_ snapshot: SnapshotReference) -> JournalSequence? {
        defer { latest = snapshot }
        return latest?.sequence
    }

    private var bytesOfLatest: Int { (latest?.chunkCount ?? 0) * Snapshot.chunkBound }
}
