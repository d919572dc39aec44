/// Body of `POST /v1/agents/{id}/capacity`: other limits for one agent than their capacity profile's.
public struct CapacityRequest: Codable, Hashable, Sendable {
    /// The most contacts at once by channel, 0 to 100; channels not mentioned keep the profile's. Empty goes back to
    /// the profile.
    public var maximum: [String: Int]

    public init(maximum: [String: Int]) {
        self.maximum = maximum
    }
}
