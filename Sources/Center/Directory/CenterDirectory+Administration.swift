public import Cluster

extension CenterDirectory {
    /// How long a check of a partition may take: its whole journal is read.
    private static let checkTimeout: Duration = .seconds(120)

    /// All partitions, in the order of the layout.
    public var partitions: [PartitionID] { layout.places.map(\.partition) }

    /// Compares a partition's live state with its journal, and that with its copies, at the partition's owner.
    ///
    /// - Throws: ``CenterError`` when it could not be done, `invalid` when there is no such partition.
    public func check(_ partition: PartitionID) async throws(CenterError) -> PartitionCheck {
        try require(partition)
        return try await call(Self.checkTimeout) { try await partitionActor(partition).check() }
    }

    func require(_ partition: PartitionID) throws(CenterError) {
        guard layout.place(of: partition) == nil else { return }
        let names = partitions.map(\.description).joined(separator: ", ")
        throw CenterError(.invalid, "There is no partition \(partition); there are: \(names).")
    }
}
