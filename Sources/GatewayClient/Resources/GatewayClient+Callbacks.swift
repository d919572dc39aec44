public import GatewayAPI

extension GatewayClient {
    /// What customers of a queue may book to be called back.
    ///
    /// - Parameters:
    ///   - from: nil for now.
    ///   - until: nil for as far ahead as may be booked.
    ///   - timeZone: The customer's, such as `Europe/Berlin`: then only what suits them.
    public func callbackSlots(
        of queue: String, from: DateTime? = nil, until: DateTime? = nil, timeZone: String? = nil
    ) async throws(GatewayError) -> CallbackSlots {
        let query = [
            from.map { "from=\($0)" }, until.map { "until=\($0)" }, timeZone.map { "timeZone=\(Self.segment($0))" },
        ].compactMap(\.self)
        let suffix = query.isEmpty ? "" : "?" + query.joined(separator: "&")
        return try await get("/v1/queues/\(Self.segment(queue))/callback-slots\(suffix)")
    }

    /// The customer leaves the line, and is called back when the contact's turn comes.
    public func requestCallback(
        for contact: String, _ request: CallbackRequest = CallbackRequest(), key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        try await order("/v1/contacts/\(Self.segment(contact))/callback", .json(request), key: key)
    }

    /// Says how a call to a contact's customer turned out.
    public func reportCallback(
        of contact: String, _ outcome: ContactCallback.Outcome, key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        let report = CallbackReport(outcome: outcome)
        try await order("/v1/contacts/\(Self.segment(contact))/callback-outcome", .json(report), key: key)
    }

    /// The customer does not want to be called back any more.
    public func cancelCallback(of contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/contacts/\(Self.segment(contact))/cancel-callback", key: key)
    }
}
