public import GatewayAPI

extension GatewayClient {
    /// A contact comes in.
    public func openContact(
        _ request: OpenContactRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> OpenedContact {
        let content = Content(json: request.jsonBytes())
        let answer = try await send(.post, "/v1/contacts", content: content, key: key ?? makeKey())
        return try OpenedContact(answer)
    }

    /// A contact by its id.
    public func contact(_ id: String) async throws(GatewayError) -> Contact {
        try await get("/v1/contacts/\(Self.segment(id))")
    }

    /// Contacts in the order of their ids, at most `limit` at once.
    public func contacts(
        queue: String? = nil, state: Contact.State? = nil, agent: String? = nil, after: String? = nil,
        limit: Int? = nil
    ) async throws(GatewayError) -> Page<Contact> {
        let query = [
            ("queue", queue), ("state", state?.rawValue), ("agent", agent), ("after", after),
            ("limit", limit.map(String.init)),
        ]
        let parts = query.compactMap { name, value in value.map { "\(name)=\(Self.segment($0))" } }
        return try await get("/v1/contacts" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&")))
    }

    /// Gives some of a contact's attributes new values.
    public func updateAttributes(
        of contact: String, _ request: AttributesRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        try await order("/v1/contacts/\(Self.segment(contact))/attributes", .json(request), method: .patch, key: key)
    }

    /// The customer gave up or hung up.
    public func abandon(_ contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("abandon", contact, key)
    }

    /// Puts a connected contact on hold.
    public func hold(_ contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("hold", contact, key)
    }

    /// Takes a held contact up again.
    public func resume(_ contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("resume", contact, key)
    }

    /// Hands a contact on.
    public func transfer(
        _ contact: String, _ request: TransferRequest, key: IdempotencyKey? = nil
    ) async throws(GatewayError) -> TransferAnswer {
        try await command("/v1/contacts/\(Self.segment(contact))/transfer", .json(request), key: key)
    }

    /// The consulted party takes the contact over.
    public func completeTransfer(of contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("complete-transfer", contact, key)
    }

    /// The consultation ends and the contact stays where it was.
    public func cancelTransfer(of contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("cancel-transfer", contact, key)
    }

    /// The conversation is over; wrap-up begins.
    public func complete(_ contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("complete", contact, key)
    }

    /// Ends a contact's wrap-up.
    public func finishWrapUp(
        of contact: String, disposition: String?, key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        let request = WrapUpRequest(disposition: disposition)
        try await order("/v1/contacts/\(Self.segment(contact))/wrap-up", .json(request), key: key)
    }

    /// Takes the contact from whoever has it and queues it again, its enqueue time kept.
    public func requeue(_ contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("requeue", contact, key)
    }

    /// Ends the contact, whatever its state.
    public func end(_ contact: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await act("end", contact, key)
    }

    /// Where the contact stands in its queue, and how long it is expected to wait.
    public func wait(of contact: String) async throws(GatewayError) -> ContactWait {
        try await get("/v1/contacts/\(Self.segment(contact))/wait")
    }

    /// The contact's changes, its position and its expected wait, as they happen; to be read until it has ended.
    public func events(ofContact contact: String) -> EventStream {
        EventStream(client: self, path: "/v1/contacts/\(Self.segment(contact))/events", after: nil)
    }

    /// Why the contact stands where it stands.
    ///
    /// - Parameter instant: An instant that has passed, for where it stood then, as the journal has it; nil for now.
    public func explanation(
        of contact: String, at instant: DateTime? = nil
    ) async throws(GatewayError) -> ContactExplanation {
        let suffix = instant.map { "?at=\($0)" } ?? ""
        return try await get("/v1/contacts/\(Self.segment(contact))/explanation\(suffix)")
    }

    private func act(_ verb: String, _ contact: String, _ key: IdempotencyKey?) async throws(GatewayError) {
        try await order("/v1/contacts/\(Self.segment(contact))/\(verb)", key: key)
    }
}
