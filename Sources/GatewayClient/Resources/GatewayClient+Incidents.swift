public import GatewayAPI

extension GatewayClient {
    /// The incidents that are not over, oldest first.
    public func incidents() async throws(GatewayError) -> Page<OpenIncident> { try await get("/v1/incidents") }

    /// Has customers told of an incident from now on; answers with the version of the configuration that says so.
    public func raise(
        incident: String, _ request: IncidentRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> AppliedConfiguration {
        try await command("/v1/incidents/\(Self.segment(incident))", .json(request), method: .put, key: key)
    }

    /// Has customers told of an incident no more.
    public func end(incident: String, key: IdempotencyKey? = nil) async throws(GatewayError) -> AppliedConfiguration {
        try await command("/v1/incidents/\(Self.segment(incident))", method: .delete, key: key)
    }
}
