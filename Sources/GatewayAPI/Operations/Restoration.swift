/// That a partition's state was put back from a backup: answer to `POST /v1/partitions/{partition}/restore`.
public struct Restoration: Codable, Hashable, Sendable {
    /// Name of the partition.
    public var partition: String
    /// Number of the journal it goes on in; 1 is a partition's first.
    public var generation: Int
    /// Sequence of the last record of the journal before, which says so.
    public var sealedAt: UInt64
    /// Sequence in the new journal behind which it goes on; always beyond the old journal's end.
    public var position: UInt64
    /// Contacts that had not ended in the state that was put back.
    public var liveContacts: Int

    public init(partition: String, generation: Int, sealedAt: UInt64, position: UInt64, liveContacts: Int) {
        self.partition = partition
        self.generation = generation
        self.sealedAt = sealedAt
        self.position = position
        self.liveContacts = liveContacts
    }
}
