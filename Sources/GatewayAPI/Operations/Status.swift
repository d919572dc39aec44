/// How the node and its partitions are, as `GET /v1/status` shows it.
public struct Status: Codable, Hashable, Sendable {
    /// Name of the node.
    public var node: String
    /// The program's version.
    public var version: String
    /// When the node was started, by its machine's clock.
    public var startedAt: DateTime
    /// The center's clock.
    public var clock: Clock
    /// The configuration in force; 0 when there is none yet, nil while no partition is served.
    public var configurationVersion: Int?
    /// The partitions that the node owns.
    public var partitions: [Partition]
    /// Event streams that are open.
    public var streams: Int

    public init(
        node: String, version: String, startedAt: DateTime, clock: Clock, configurationVersion: Int?,
        partitions: [Partition], streams: Int
    ) {
        self.node = node
        self.version = version
        self.startedAt = startedAt
        self.clock = clock
        self.configurationVersion = configurationVersion
        self.partitions = partitions
        self.streams = streams
    }

    /// Business time.
    public struct Clock: Codable, Hashable, Sendable {
        /// Business time when this was answered.
        public var now: DateTime
        /// How many seconds of business time pass in a second.
        public var rate: Double

        public init(now: DateTime, rate: Double) {
            self.now = now
            self.rate = rate
        }
    }

    /// One partition.
    public struct Partition: Codable, Hashable, Sendable {
        /// Its name, such as `fra.0`.
        public var id: String
        /// What its host is doing: `recovering`, `serving`, `stalled`, `draining` or `stopped`.
        public var state: String
        /// The number of its present ownership.
        public var epoch: UInt64
        /// Sequence of the last durable record of its journal.
        public var position: UInt64
        /// What the journal's store has left: `plenty`, `low`.
        public var journalRoom: String
        /// Contacts that have not ended.
        public var liveContacts: Int
        /// What is wrong; nil when nothing is.
        public var trouble: String?

        public init(
            id: String, state: String, epoch: UInt64, position: UInt64, journalRoom: String, liveContacts: Int,
            trouble: String? = nil
        ) {
            self.id = id
            self.state = state
            self.epoch = epoch
            self.position = position
            self.journalRoom = journalRoom
            self.liveContacts = liveContacts
            self.trouble = trouble
        }
    }
}
