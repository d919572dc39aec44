/// The cluster at a glance, as `GET /v1/status` shows it.
public struct Status: Codable, Hashable, Sendable {
    /// Name of the node that answers.
    public var node: String
    /// The program's version.
    public var version: String
    /// When the node was started, by its machine's clock.
    public var startedAt: DateTime
    /// The center's clock.
    public var clock: Clock
    /// The configuration in force; 0 when there is none yet, nil while no partition is served.
    public var configurationVersion: Int?
    /// The sites that have partitions or nodes.
    public var sites: [Site]
    /// The nodes of the cluster as this one sees them; none where it stands alone.
    public var nodes: [Node]
    /// All partitions of the center, in their order.
    public var partitions: [Partition]
    /// Event streams that are open at the node that answers.
    public var streams: Int

    public init(
        node: String, version: String, startedAt: DateTime, clock: Clock, configurationVersion: Int?,
        sites: [Site], nodes: [Node], partitions: [Partition], streams: Int
    ) {
        self.node = node
        self.version = version
        self.startedAt = startedAt
        self.clock = clock
        self.configurationVersion = configurationVersion
        self.sites = sites
        self.nodes = nodes
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

    /// One site.
    public struct Site: Codable, Hashable, Sendable {
        /// Its name.
        public var id: String
        /// Its nodes that are alive; 1 where the answering node stands alone.
        public var nodesUp: Int
        /// All of its nodes that are known.
        public var nodes: Int
        /// Names of its partitions.
        public var partitions: [String]
        /// Contacts in its partitions that have not ended.
        public var liveContacts: Int

        public init(id: String, nodesUp: Int, nodes: Int, partitions: [String], liveContacts: Int) {
            self.id = id
            self.nodesUp = nodesUp
            self.nodes = nodes
            self.partitions = partitions
            self.liveContacts = liveContacts
        }
    }

    /// One partition.
    public struct Partition: Codable, Hashable, Sendable {
        /// Its name, such as `fra.0`.
        public var id: String
        /// The node that owns it; nil when none is known to.
        public var owner: String?
        /// What its host is doing: `recovering`, `serving`, `stalled`, `draining` or `stopped`; `unowned` when nobody
        /// owns it, `silent` when its owner does not answer.
        public var state: String
        /// The number of its present ownership; of the last known when nobody answers.
        public var epoch: UInt64
        /// Sequence of the last durable record of its journal; the last known when nobody answers.
        public var position: UInt64
        /// Records that are decided on and not yet durable.
        public var lag: Int
        /// What its journal is written to: `memory`, `sqlite-sync`, or `jetstream-r` and the count of servers that hold
        /// it; nil when nobody answers.
        public var journal: String?
        /// What the journal rests on: `alone`, `stretched R3`, `island R1` …
        public var durability: String
        /// What that means when the site is cut off, in a sentence.
        public var promise: String
        /// What the journal's store has left: `plenty`, `low`.
        public var journalRoom: String
        /// Contacts that have not ended.
        public var liveContacts: Int
        /// What is wrong; nil when nothing is.
        public var trouble: String?

        public init(
            id: String, owner: String?, state: String, epoch: UInt64, position: UInt64, lag: Int, journal: String?,
            durability: String, promise: String, journalRoom: String, liveContacts: Int, trouble: String? = nil
        ) {
            self.id = id
            self.owner = owner
            self.state = state
            self.epoch = epoch
            self.position = position
            self.lag = lag
            self.journal = journal
            self.durability = durability
            self.promise = promise
            self.journalRoom = journalRoom
            self.liveContacts = liveContacts
            self.trouble = trouble
        }
    }
}
