/// A node of the cluster as the answering node sees it, in `GET /v1/nodes` and `GET /v1/status`.
public struct Node: Codable, Hashable, Sendable {
    /// Its name.
    public var id: String
    /// Its site.
    public var site: String
    /// What the answering node thinks of it: `alive`, `suspected` when it was not heard for too long, or `left`.
    public var state: String
    /// What it last said of itself: `serving`, `draining`, `clock-off`, `leaving`, or `client` when it is no node.
    public var standing: String
    /// Seconds since it was last heard.
    public var heardSecondsAgo: Double
    /// By how many seconds its clock is ahead of the answering node's; below zero when it is behind.
    public var clockSkewSeconds: Double
    /// The partitions that it owned when it was last heard.
    public var partitions: [Ownership]
    /// The version of its program; nil where it was not asked, or does not answer.
    public var version: String?
    /// When it was started, by its machine's clock; nil where it was not asked, or does not answer.
    public var startedAt: DateTime?
    /// Bytes left on the disk of its data folder; nil where it was not asked, or cannot tell.
    public var freeBytes: UInt64?

    public init(
        id: String, site: String, state: String, standing: String, heardSecondsAgo: Double, clockSkewSeconds: Double,
        partitions: [Ownership], version: String? = nil, startedAt: DateTime? = nil, freeBytes: UInt64? = nil
    ) {
        self.id = id
        self.site = site
        self.state = state
        self.standing = standing
        self.heardSecondsAgo = heardSecondsAgo
        self.clockSkewSeconds = clockSkewSeconds
        self.partitions = partitions
        self.version = version
        self.startedAt = startedAt
        self.freeBytes = freeBytes
    }

    /// A partition that a node owns.
    public struct Ownership: Codable, Hashable, Sendable {
        /// Name of the partition.
        public var id: String
        /// The number of the ownership.
        public var epoch: UInt64
        /// Sequence of the last record of the journal that the owner knew to be durable.
        public var position: UInt64

        public init(id: String, epoch: UInt64, position: UInt64) {
            self.id = id
            self.epoch = epoch
            self.position = position
        }
    }
}
