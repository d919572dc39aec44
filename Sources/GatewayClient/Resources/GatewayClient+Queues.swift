public import GatewayAPI

extension GatewayClient {
    /// Every queue, in the order of the configuration.
    public func queues() async throws(GatewayError) -> Page<Queue> { try await get("/v1/queues") }

    /// A queue by its id.
    public func queue(_ id: String) async throws(GatewayError) -> Queue {
        try await get("/v1/queues/\(Self.segment(id))")
    }

    /// Everything that happens.
    ///
    /// - Parameter after: Id of the last event already known; nil begins with the whole state.
    public func events(after: String? = nil) -> EventStream {
        EventStream(client: self, path: "/v1/events", after: after)
    }
}
