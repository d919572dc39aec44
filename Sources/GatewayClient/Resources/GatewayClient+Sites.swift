public import GatewayAPI

extension GatewayClient {
    /// Every site, in the order of the configuration.
    public func sites() async throws(GatewayError) -> [Site] {
        let page: Page<Site> = try await get("/v1/sites")
        return page.items
    }

    /// Keeps traffic away from a site from now on; answers with the version of the configuration that says so.
    public func shift(
        site: String, _ shift: ShiftRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> AppliedConfiguration {
        try await command("/v1/sites/\(Self.segment(site))/shift", .json(shift), key: key)
    }

    /// Brings all traffic back to a site.
    public func bringBack(site: String, key: IdempotencyKey? = nil) async throws(GatewayError) -> AppliedConfiguration {
        try await command("/v1/sites/\(Self.segment(site))/back", key: key)
    }
}
