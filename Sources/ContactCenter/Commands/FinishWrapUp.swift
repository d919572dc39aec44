/// The end of a contact's wrap-up.
public struct FinishWrapUp: Hashable, Sendable {
    /// The contact that it is about.
    public var contact: ContactID
    /// How it turned out; nil where the configuration knows no dispositions.
    public var disposition: DispositionCode?

    public init(contact: ContactID, disposition: DispositionCode?) {
        self.contact = contact
        self.disposition = disposition
    }
}
