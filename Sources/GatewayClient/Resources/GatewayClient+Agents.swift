public import GatewayAPI

extension GatewayClient {
    /// Every agent, in the order of the configuration.
    public func agents() async throws(GatewayError) -> Page<Agent> { try await get("/v1/agents") }

    /// An agent by id.
    public func agent(_ id: String) async throws(GatewayError) -> Agent {
        try await get("/v1/agents/\(Self.segment(id))")
    }

    /// The contacts an agent has in hand, oldest first.
    public func contacts(of agent: String) async throws(GatewayError) -> Page<Contact> {
        try await get("/v1/agents/\(Self.segment(agent))/contacts")
    }

    /// The agent begins to work, not yet available.
    public func signIn(_ agent: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/agents/\(Self.segment(agent))/sign-in", key: key)
    }

    /// The agent stops working.
    public func signOut(_ agent: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/agents/\(Self.segment(agent))/sign-out", key: key)
    }

    /// Sets what the agent chooses to be.
    public func setAvailability(
        of agent: String, to availability: Availability, when: AvailabilityRequest.When? = nil,
        key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        let request = AvailabilityRequest(availability, when: when)
        try await order("/v1/agents/\(Self.segment(agent))/availability", .json(request), key: key)
    }

    /// Gives the agent other limits than their capacity profile's; empty goes back to the profile.
    public func setCapacity(
        of agent: String, to maximum: [ContactChannel: Int], key: IdempotencyKey? = nil
    ) async throws(GatewayError) {
        let named = Dictionary(uniqueKeysWithValues: maximum.map { ($0.key.rawValue, $0.value) })
        let request = CapacityRequest(maximum: named)
        try await order("/v1/agents/\(Self.segment(agent))/capacity", .json(request), key: key)
    }

    /// The agent's events; while it is read the agent is reachable.
    ///
    /// - Parameter after: Id of the last event already known; nil begins with the whole state.
    public func events(of agent: String, after: String? = nil) -> EventStream {
        EventStream(client: self, path: "/v1/agents/\(Self.segment(agent))/events", after: after)
    }

    /// The agent takes the contact.
    public func accept(offer: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/offers/\(Self.segment(offer))/accept", key: key)
    }

    /// The agent does not take the contact.
    public func reject(offer: String, key: IdempotencyKey? = nil) async throws(GatewayError) {
        try await order("/v1/offers/\(Self.segment(offer))/reject", key: key)
    }
}
