import Cluster

/// How a face of a partition is named as an actor: by its partition and what it is the face of, such as
/// `fra.0/anna`; the partition's own face by the partition alone.
///
/// So every node finds the owner of any actor's partition without knowing the configuration.
struct FaceName: Hashable, Sendable, CustomStringConvertible {
    let partition: PartitionID
    /// What it is the face of, within the partition; empty for the partition itself.
    let entity: String

    init(_ partition: PartitionID, _ entity: String = "") {
        self.partition = partition
        self.entity = entity
    }

    /// Reads an actor's name; nil when it is none of a face.
    init?(_ name: String) {
        let slash = name.utf8.firstIndex(of: UInt8(ascii: "/"))
        guard let partition = PartitionID(name[..<(slash ?? name.endIndex)]) else { return nil }
        self.init(partition, slash.map { String(name[name.utf8.index(after: $0)...]) } ?? "")
    }

    var description: String { entity.isEmpty ? partition.description : "\(partition)/\(entity)" }
}
