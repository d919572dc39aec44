public import GatewayAPI

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

    /// Replays a partition's journal and compares it with the live state, its snapshots and its copies.
    public func check(partition: String) async throws(GatewayError) -> PartitionCheck {
        try await get("/v1/partitions/\(Self.segment(partition))/check", patience: Self.checkPatience)
    }
}
