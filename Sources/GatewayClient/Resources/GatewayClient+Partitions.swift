public import GatewayAPI
import NIOCore

extension GatewayClient {
    /// How long a check may take: a whole journal is read.
    private static let checkPatience: Duration = .seconds(130)

    /// Hands a partition over to a node by name; returns once it is served there.
    public func move(partition: String, to node: String) async throws(GatewayError) -> Handover {
        try await ask("/v1/partitions/\(Self.segment(partition))/move", .json(MoveRequest(node: node)))
    }

    /// Hands all partitions of a node over, and keeps it from taking any until it is resumed.
    public func drain(node: String) async throws(GatewayError) -> Page<Handover> {
        try await ask("/v1/nodes/\(Self.segment(node))/drain")
    }

    /// Lets a node take partitions over again.
    public func resume(node: String) async throws(GatewayError) {
        _ = try await send(.post, "/v1/nodes/\(Self.segment(node))/resume", content: nil, key: nil)
    }

    /// A partition's whole state as a file, to be kept and restored.
    public func backUp(partition: String) async throws(GatewayError) -> [UInt8] {
        let path = "/v1/partitions/\(Self.segment(partition))/backup"
        return Array(
            try await send(.get, path, content: nil, key: nil, patience: Self.checkPatience).body.readableBytesView)
    }

    /// Puts a partition's state back from a file that ``backUp(partition:)`` gave, into a new journal. It is sent once:
    /// done twice it would put back what the first has put back already, into yet another journal.
    public func restore(partition: String, from backup: [UInt8]) async throws(GatewayError) -> Restoration {
        let path = "/v1/partitions/\(Self.segment(partition))/restore"
        return try decode(
            try await send(
                .post, path, content: .bytes(backup), key: nil, patience: Self.checkPatience, retries: .never))
    }

    /// Replays a partition's journal and compares it with the live state, its snapshots and its copies.
    public func check(partition: String) async throws(GatewayError) -> PartitionCheck {
        try await get("/v1/partitions/\(Self.segment(partition))/check", patience: Self.checkPatience)
    }
}
