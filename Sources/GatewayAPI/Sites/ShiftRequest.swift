/// Body of `POST /v1/sites/{site}/shift`.
public struct ShiftRequest: Codable, Hashable, Sendable {
    /// The percentage of its contacts that the site is left with, 0 to 99; nil for none.
    public var share: Int?
    /// Why: a sentence for people.
    public var reason: String

    public init(share: Int? = nil, reason: String) {
        self.share = share
        self.reason = reason
    }
}

extension ShiftRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        let share = fields.integer("share")
        let reason = fields.text("reason")
        fields.missing("reason")
        if let share, !(0...99).contains(share) {
            fields.fault("share", "A site that traffic is kept away from is left with 0 to 99 percent.")
        }
        guard let reason else { return nil }
        self.init(share: share, reason: reason)
    }
}
