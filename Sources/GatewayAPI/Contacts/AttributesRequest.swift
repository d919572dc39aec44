/// Body of `PATCH /v1/contacts/{id}/attributes`: new values of some of a contact's attributes.
public struct AttributesRequest: Codable, Hashable, Sendable {
    /// Names and their new values; names not mentioned keep theirs. nil for none.
    public var set: [String: ContactAttribute]?
    /// Names to be forgotten; nil for none.
    public var remove: [String]?

    public init(set: [String: ContactAttribute]? = nil, remove: [String]? = nil) {
        self.set = set
        self.remove = remove
    }
}
