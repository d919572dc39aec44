public import Cluster

/// That a partition's state was put back from a backup.
public struct Restoration: Hashable, Sendable {
    /// The partition.
    public var partition: PartitionID
    /// Number of the journal it goes on in.
    public var generation: Int
    /// The last record of the journal before, which says so.
    public var sealedAt: JournalSequence
    /// The place in the new journal behind which it goes on; always beyond the old journal's end.
    public var position: JournalSequence
    /// Contacts that had not ended in the state that was put back.
    public var liveContacts: Int

    public init(
        partition: PartitionID, generation: Int, sealedAt: JournalSequence, position: JournalSequence, liveContacts: Int
    ) {
        self.partition = partition
        self.generation = generation
        self.sealedAt = sealedAt
        self.position = position
        self.liveContacts = liveContacts
    }
}
