/// Body of `POST /v1/agents/{id}/availability`.
public struct AvailabilityRequest: Codable, Hashable, Sendable {
    /// The kind of availability.
    public var state: Availability.State
    /// The reason the configuration names; given if and only if `state` is `not-ready`.
    public var reason: String?
    /// When it takes effect; nil for now.
    public var when: When?

    public init(_ availability: Availability, when: When? = nil) {
        state = availability.state
        reason = availability.reason
        self.when = when
    }

    /// When an availability state takes effect.
    public enum When: String, CaseIterable, Codable, Sendable {
        case now
        /// As soon as the agent has nothing in hand; at once if so already.
        case afterContact = "after-contact"
    }
}
