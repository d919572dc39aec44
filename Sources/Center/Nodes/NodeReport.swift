public import Cluster
public import ContactCenter

/// What a node says of itself when it is asked.
public struct NodeReport: Hashable, Sendable {
    /// The site it belongs to.
    public var site: String
    /// Its program's version.
    public var version: String
    /// Its wall clock when it was started, in microseconds since 1970.
    public var startedAt: Int64
    /// Business time by its clock.
    public var time: Timestamp
    /// Bytes that may still be written to the disk of its data folder; nil when it cannot tell.
    public var freeBytes: UInt64?
    /// The cluster's partitions as the node was told, in the order of their numbers; empty when it does not say.
    public var layout: [PartitionID]
    /// Why it let go of partitions, or could not take them over, that nobody it hears owns.
    public var setbacks: [Setback]

    public init(
        site: String, version: String, startedAt: Int64, time: Timestamp, freeBytes: UInt64?,
        layout: [PartitionID] = [], setbacks: [Setback] = []
    ) {
        self.site = site
        self.version = version
        self.startedAt = startedAt
        self.time = time
        self.freeBytes = freeBytes
        self.layout = layout
        self.setbacks = setbacks
    }
}
