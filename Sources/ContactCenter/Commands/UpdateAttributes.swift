/// New values of some of a contact's attributes.
public struct UpdateAttributes: Hashable, Sendable {
    /// The contact that it is about.
    public var contact: ContactID
    /// Names and their new values; names not mentioned keep theirs.
    public var set: Attributes
    /// Names to be forgotten.
    public var remove: [String]

    public init(contact: ContactID, set: Attributes, remove: [String] = []) {
        self.contact = contact
        self.set = set
        self.remove = remove
    }
}
