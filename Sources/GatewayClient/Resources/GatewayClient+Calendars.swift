public import GatewayAPI

extension GatewayClient {
    /// Whether a calendar is open, why, and when it is from then on.
    ///
    /// - Parameters:
    ///   - instant: nil for now.
    ///   - end: Until when openings are listed; nil for a week later.
    public func calendar(
        _ calendar: String, at instant: DateTime? = nil, until end: DateTime? = nil
    ) async throws(GatewayError) -> CalendarState {
        let query = [instant.map { "at=\($0)" }, end.map { "until=\($0)" }].compactMap(\.self)
        let suffix = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        return try await get("/v1/calendars/\(Self.segment(calendar))\(suffix)")
    }

    /// Closes a calendar against its hours from now on; answers with the version of the configuration that says so.
    public func close(
        calendar: String, _ closure: ClosureRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> AppliedConfiguration {
        try await command("/v1/calendars/\(Self.segment(calendar))/close", .json(closure), key: key)
    }

    /// Lets a calendar keep its hours again.
    public func reopen(calendar: String, key: IdempotencyKey? = nil) async throws(GatewayError) -> AppliedConfiguration
    {
        try await command("/v1/calendars/\(Self.segment(calendar))/reopen", key: key)
    }
}
