public import Cluster

/// Why a node let go of a partition, or could not take it over.
public struct Setback: Hashable, Sendable {
    /// The partition.
    public var partition: PartitionID
    /// What happened, and what to do next: a sentence for people.
    public var reason: String
    /// Whether the node leaves the partition alone for as long as it runs.
    public var isForGood: Bool

    public init(_ partition: PartitionID, reason: String, isForGood: Bool) {
        self.partition = partition
        self.reason = reason
        self.isForGood = isForGood
    }
}
