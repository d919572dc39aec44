public import Cluster
public import ContactCenter

/// The whole cluster at a glance, as one node sees it: what it hears, and what others answer within a second.
public struct ClusterOverview: Sendable {
    /// One node.
    public struct NodeEntry: Sendable {
        /// What was heard of it.
        public var member: Member
        /// The time since it was last heard.
        public var silence: Duration
        /// What it says of itself; nil when it does not answer.
        public var report: NodeReport?
    }

    /// One partition.
    public struct PartitionEntry: Sendable {
        /// The partition.
        public var partition: PartitionID
        /// What its journal rests on.
        public var durability: Durability
        /// The living nodes that may own it.
        public var candidates: [NodeID]
        /// The node that owns it; nil when none is known to.
        public var owner: NodeID?
        /// How it is; nil when nobody owns it, or its owner does not answer.
        public var status: PartitionStatus?
        /// Why there is no status; nil when there is one.
        public var trouble: String?
        /// What the last owner that was heard of said of it.
        public var lastHeard: Holding?
        /// What the journal's store says of itself; nil when that was not asked for, or not answered.
        public var store: JournalInspection?
        /// What looks stuck in it; empty when that was not asked for.
        public var findings: [Finding] = []
    }

    /// The node that looks.
    public var observer: NodeID
    /// Every node that was heard and not forgotten, by name; empty where the observer stands alone.
    public var nodes: [NodeEntry]
    /// Every partition, in the order of the layout.
    public var partitions: [PartitionEntry]
}
