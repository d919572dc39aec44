public import Cluster

/// That a partition has come to another node because somebody asked for it.
public struct Handover: Hashable, Sendable {
    /// The partition.
    public var partition: PartitionID
    /// The node that had it.
    public var from: NodeID
    /// The node that has it now; nil when none had taken it over when it was looked for.
    public var to: NodeID?
    /// The epoch in which it is owned now; nil when it is not.
    public var epoch: Epoch?
    /// From the beginning of the hand-over until it was served again: callers waited no longer than that.
    public var duration: Duration

    public init(partition: PartitionID, from: NodeID, to: NodeID?, epoch: Epoch?, duration: Duration) {
        self.partition = partition
        self.from = from
        self.to = to
        self.epoch = epoch
        self.duration = duration
    }
}
