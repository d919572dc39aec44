public import Wire

/// What a business knows of one of its customers beforehand.
public struct Customer: Hashable, Sendable {
    /// The most identities of one customer.
    public static let identityBound = 16

    /// The customer's id in the business's records.
    public var id: CustomerID
    /// A name for people.
    public var label: String
    /// What the customer is known by; no two customers share one.
    public var identities: [CustomerIdentity]
    /// What every contact of the customer has that does not say otherwise itself.
    public var attributes: Attributes
    /// Who is preferred for the customer's contacts; nil for nobody in particular.
    public var preferredAgent: AgentID?

    public init(
        id: CustomerID, label: String = "", identities: [CustomerIdentity] = [], attributes: Attributes = Attributes(),
        preferredAgent: AgentID? = nil
    ) {
        self.id = id
        self.label = label
        self.identities = identities
        self.attributes = attributes
        self.preferredAgent = preferredAgent
    }
}

extension Customer: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(id)
        writer.write(label)
        writer.write(identities)
        writer.write(attributes)
        writer.write(preferredAgent)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "customer")
        self.init(
            id: try reader.read(), label: try reader.read(),
            identities: try reader.readArray(bound: Self.identityBound), attributes: try reader.read(),
            preferredAgent: try reader.readOptional())
    }
}
