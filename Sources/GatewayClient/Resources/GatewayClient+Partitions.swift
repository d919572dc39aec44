public import GatewayAPI

extension GatewayClient {
    /// How long a check may take: a whole journal is read.
    private static let checkPatience: Duration = .seconds(130)

    /// Replays a partition's journal and compares it with the live state, its snapshots and its copies.
    public func check(partition: String) async throws(GatewayError) -> PartitionCheck {
        try await get("/v1/partitions/\(Self.segment(partition))/check", patience: Self.checkPatience)
    }
}
