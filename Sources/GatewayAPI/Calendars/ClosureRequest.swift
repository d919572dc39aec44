/// Body of `POST /v1/calendars/{calendar}/close`.
public struct ClosureRequest: Codable, Hashable, Sendable {
    /// When the closure is over; nil when the calendar is to be reopened by hand.
    public var until: DateTime?
    /// Why: a sentence for people.
    public var reason: String

    public init(until: DateTime? = nil, reason: String) {
        self.until = until
        self.reason = reason
    }
}

extension ClosureRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let until = fields.time("until")
        let reason = fields.text("reason")
        fields.missing("reason")
        guard let reason else { return nil }
        self.init(until: until, reason: reason)
    }
}
