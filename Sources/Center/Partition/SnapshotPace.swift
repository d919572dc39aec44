import Cluster

/// Says when the next snapshot is due, and knows those that count.
struct SnapshotPace {
    private let limits: PartitionLimits
    private var records = 0
    private var bytes = 0
    /// Whether somebody asked for one.
    private(set) var isWanted = false
    /// The last snapshot that counts.
    private(set) var latest: JournalSequence?

    init(limits: PartitionLimits, latest: JournalSequence? = nil) {
        self.limits = limits
        self.latest = latest
    }

    var isDue: Bool { isWanted || records >= limits.snapshotRecords || bytes >= limits.snapshotBytes }

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

    /// A snapshot counts from now on; returns the one before it.
    mutating func named(_ sequence: JournalSequence) -> JournalSequence? {
        defer { latest = sequence }
        return latest
    }
}
