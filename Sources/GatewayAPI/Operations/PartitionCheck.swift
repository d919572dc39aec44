/// What comparing a partition's live state with its journal has shown, as `GET /v1/partitions/{partition}/check`
/// answers it.
public struct PartitionCheck: Codable, Hashable, Sendable {
    /// Name of the partition, such as `fra.0`.
    public var partition: String
    /// Whether live state, replayed journal, snapshots and all copies of the journal agree.
    public var isEqual: Bool
    /// What is different, a sentence each; empty when nothing is.
    public var differences: [String]
    /// The number of the ownership whose state was compared.
    public var epoch: UInt64
    /// Sequence of the durable record behind which the states were compared.
    public var position: UInt64
    /// Sequence of the snapshot that the replay began with; nil when it began with the first record.
    public var start: UInt64?
    /// Records that were replayed.
    public var records: Int
    /// Those of them that were void: written by somebody who did not own the partition.
    public var voidRecords: Int
    /// Events in the records.
    public var events: Int
    /// Later snapshots that hold what the replay had come to at their place.
    public var snapshots: Int
    /// Bytes of the live state.
    public var bytes: Int
    /// Where the journal is: a file, or a stream and the server that leads it.
    public var store: String
    /// The journal's other copies.
    public var copies: [Copy]
    /// How long it took.
    public var seconds: Double

    public init(
        partition: String, isEqual: Bool, differences: [String], epoch: UInt64, position: UInt64, start: UInt64?,
        records: Int, voidRecords: Int, events: Int, snapshots: Int, bytes: Int, store: String, copies: [Copy],
        seconds: Double
    ) {
        self.partition = partition
        self.isEqual = isEqual
        self.differences = differences
        self.epoch = epoch
        self.position = position
        self.start = start
        self.records = records
        self.voidRecords = voidRecords
        self.events = events
        self.snapshots = snapshots
        self.bytes = bytes
        self.store = store
        self.copies = copies
        self.seconds = seconds
    }

    /// One copy of the journal beside the one that answered.
    public struct Copy: Codable, Hashable, Sendable {
        /// The stream and the server that holds it.
        public var name: String
        /// Whether it has everything.
        public var isCurrent: Bool
        /// By how many entries it is behind.
        public var lag: UInt64
        /// Seconds since it was last heard; nil when it is away.
        public var heardSecondsAgo: Double?

        public init(name: String, isCurrent: Bool, lag: UInt64, heardSecondsAgo: Double?) {
            self.name = name
            self.isCurrent = isCurrent
            self.lag = lag
            self.heardSecondsAgo = heardSecondsAgo
        }
    }
}
