public import ContactCenter

/// A contact that was asked for, while no command about it was under way, and was not there.
public struct ContactAbsence: Hashable, Sendable {
    /// The contact.
    public var contact: ContactID

    public init(contact: ContactID) {
        self.contact = contact
    }
}
