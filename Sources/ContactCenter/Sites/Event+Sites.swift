public import Wire

extension Event {
    /// The sites of a queue that were compared for a contact, just before it was offered, or asked for.
    public struct SitesWeighed: Hashable, Sendable {
        /// The contact.
        public var contact: ContactID
        /// What was compared.
        public var choice: SiteChoice
    }
}

extension Event.SitesWeighed: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(choice)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(contact: try reader.read(), choice: try reader.read())
    }
}
