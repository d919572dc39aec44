import FoundationEssentials
public import GatewayAPI

extension GatewayClient {
    /// The cluster at a glance.
    public func status() async throws(GatewayError) -> Status { try await get("/v1/status") }

    /// Lets this client and its copies make their keys with the center's business time, read now, as a center needs
    /// whose clock is shifted or runs faster than the wall.
    @discardableResult
    public func followCenterClock() async throws(GatewayError) -> Status {
        let status = try await status()
        transport.follow(status.clock)
        return status
    }

    /// The nodes of the cluster, as the one asked sees them; none where there is no cluster.
    public func nodes() async throws(GatewayError) -> Page<Node> { try await get("/v1/nodes") }

    /// What somebody should look at in the whole cluster.
    public func findings() async throws(GatewayError) -> Page<Finding> { try await get("/v1/findings") }

    /// Every token, without their secrets.
    public func tokens() async throws(GatewayError) -> Page<Token> { try await get("/v1/tokens") }

    /// Makes a token. The secret is in this answer and nowhere else.
    public func createToken(
        _ request: TokenRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> CreatedToken {
        try await command("/v1/tokens", .json(request), key: key)
    }

    /// Makes a token invalid.
    public func revokeToken(_ id: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/tokens/\(Self.segment(id))", method: .delete, key: key)
    }

    /// Whether the node answers at all; needs no token.
    public func health() async throws(GatewayError) -> Health { try await get("/healthz") }

    /// Whether the node takes requests; needs no token.
    public func readiness() async throws(GatewayError) -> Health { try await get("/readyz") }

    /// The node's metrics in Prometheus' text format.
    public func metrics() async throws(GatewayError) -> String {
        try await text("/metrics")
    }

    /// The description of the API, OpenAPI 3.1 in JSON.
    public func openAPI() async throws(GatewayError) -> String {
        try await text("/openapi.json")
    }

    /// Something that is not decoded.
    private func text(_ path: String) async throws(GatewayError) -> String {
        String(decoding: try await send(.get, path, content: nil, key: nil).data, as: UTF8.self)
    }
}

extension GatewayClient {
    /// Carries out the repair that a finding offers.
    public func carryOut(_ repair: Finding.Repair, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order(repair.path, method: repair.method == "DELETE" ? .delete : .post, key: key)
    }
}
