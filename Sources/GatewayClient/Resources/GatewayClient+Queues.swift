public import GatewayAPI

extension GatewayClient {
    /// Every queue, in the order of the configuration.
    public func queues() async throws(GatewayError) -> Page<Queue> { try await get("/v1/queues") }

    /// A queue by its id.
    public func queue(_ id: String) async throws(GatewayError) -> Queue {
        try await get("/v1/queues/\(Self.segment(id))")
    }

    /// Everything that happens in a partition.
    ///
    /// - Parameters:
    ///   - partition: Its name; nil for the one that administers the configuration, which is all there is on one node.
    ///   - after: Id of the last event already known; nil begins with the whole state.
    public func events(in partition: String? = nil, after: String? = nil) -> EventStream {
        let query = partition.map { "?partition=\(Self.segment($0))" } ?? ""
        return EventStream(client: self, path: "/v1/events\(query)", after: after)
    }
}
