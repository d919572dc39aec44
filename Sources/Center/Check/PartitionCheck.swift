public import Cluster

/// What comparing a partition's live state with its journal, and its journal with the copies of it, has shown.
public struct PartitionCheck: Hashable, Sendable {
    /// The partition.
    public var partition: PartitionID
    /// The epoch of the owner whose state was compared.
    public var epoch: Epoch
    /// The durable record behind which both states were taken.
    public var position: JournalSequence
    /// The snapshot that the replay began with; nil when it began with the first record.
    public var start: JournalSequence?
    /// How many records were replayed.
    public var records = 0
    /// How many of them were void: written by somebody who did not own the partition.
    public var voidRecords = 0
    /// How many events they held.
    public var events = 0
    /// How many later snapshots were found to hold what the replay had come to at their place.
    public var snapshots = 0
    /// How many bytes the live state has.
    public var bytes = 0
    /// What the store says of itself and of its other copies.
    public var store = JournalInspection(place: "")
    /// What is different, a sentence each; empty when nothing is.
    public var differences: [String] = []
    /// How long it took.
    public var duration: Duration = .zero

    /// A check that has found nothing yet.
    public init(partition: PartitionID, epoch: Epoch, position: JournalSequence) {
        self.partition = partition
        self.epoch = epoch
        self.position = position
    }

    /// Whether the live state, the journal's replay, its snapshots and all of its copies agree.
    public var isEqual: Bool { differences.isEmpty }
}
