public import Cluster

extension CenterLayout {
    /// How the partitions that two nodes were told of go together.
    public enum Agreement: Sendable {
        /// They are the same.
        case same
        /// One goes on where the other ends, as while sites are being added.
        case extended
        /// The same numbers stand for different partitions, so that both nodes would give out the same ids.
        case conflicting
    }

    /// The partitions in the order of their numbers. Complexity: O(n log n).
    public var numbered: [PartitionID] {
        places.sorted { $0.floorNumber < $1.floorNumber }.map(\.partition)
    }

    /// Compares these partitions with those of another node, in the order of their numbers; none are not compared.
    public func agreement(with others: [PartitionID]) -> Agreement {
        let own = numbered
        if others.isEmpty || others == own { return .same }
        return own.starts(with: others) || others.starts(with: own) ? .extended : .conflicting
    }
}

extension [PartitionID] {
    /// The partitions in a sentence.
    var listed: String { map(\.description).joined(separator: ", ") }
}
