public import Cluster
import GRDB

/// What may be chosen about a ``SQLiteJournal``.
public struct SQLiteJournalOptions: Sendable {
    /// Room on the disk, in bytes, below which receipts say `low`.
    public var lowWaterBytes: UInt64
    /// The room on the disk that holds the directory given, in bytes; nil when it cannot be told.
    public var availableBytes: @Sendable (_ directory: String) -> UInt64?
    /// Makes a file that is not there yet, whose first record comes behind this sequence; nil opens the one that is there,
    /// or makes the partition's first.
    public var beginsBehind: JournalSequence?
    /// A failure to report in place of a commit's success, the commit being done: for tests of unknown outcomes.
    var failureAfterCommit: @Sendable () -> DatabaseError? = { nil }

    /// Options with a low-water mark of 64 MiB, and the room that the file system reports.
    public init(
        lowWaterBytes: UInt64 = 67_108_864,
        availableBytes: @escaping @Sendable (_ directory: String) -> UInt64? = { DiskRoom.availableBytes(in: $0) }
    ) {
        self.lowWaterBytes = lowWaterBytes
        self.availableBytes = availableBytes
    }
}
