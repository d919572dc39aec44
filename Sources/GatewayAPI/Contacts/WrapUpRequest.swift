/// Body of `POST /v1/contacts/{id}/wrap-up`: the end of a contact's wrap-up.
public struct WrapUpRequest: Codable, Hashable, Sendable {
    /// How it turned out; nil where the configuration knows no dispositions.
    public var disposition: String?

    public init(disposition: String? = nil) {
        self.disposition = disposition
    }
}
