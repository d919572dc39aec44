/// Body of `POST /v1/partitions/{partition}/move`.
public struct MoveRequest: Codable, Hashable, Sendable {
    /// The node that is to own the partition.
    public var node: String

    public init(node: String) {
        self.node = node
    }
}
