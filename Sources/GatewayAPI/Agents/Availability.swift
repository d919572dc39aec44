/// What an agent chose to be, apart from what they are doing.
public struct Availability: Codable, Hashable, Sendable {
    /// The kind of availability.
    public var state: State
    /// The reason the configuration names; nil unless `state` is `not-ready`.
    public var reason: String?

    public init(_ state: State, reason: String? = nil) {
        self.state = state
        self.reason = reason
    }

    /// Ready to be offered contacts.
    public static let available = Availability(.available)
    /// Pausing.
    public static let onBreak = Availability(.onBreak)
    /// Not signed in.
    public static let offline = Availability(.offline)

    /// Signed in but not to be offered anything.
    public static func notReady(_ reason: String) -> Availability { Availability(.notReady, reason: reason) }

    /// The kinds of availability.
    public enum State: String, CaseIterable, Codable, Sendable {
        case offline, available
        case onBreak = "break"
        case notReady = "not-ready"
    }
}
