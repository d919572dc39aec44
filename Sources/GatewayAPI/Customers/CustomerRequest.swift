/// Body of `PUT /v1/customers/{customer}`: what is known of a customer, in the place of what was.
public struct CustomerRequest: Codable, Hashable, Sendable {
    /// A name for people; nil for none.
    public var label: String?
    /// Phone numbers, e-mail addresses and web ids, at most 16; nil for none.
    public var identities: [String]?
    /// What every contact of the customer has that does not say otherwise itself; nil for nothing.
    public var attributes: [String: ContactAttribute]?
    /// Who is preferred for the customer's contacts; nil for nobody in particular.
    public var preferredAgent: String?

    public init(
        label: String? = nil, identities: [String]? = nil, attributes: [String: ContactAttribute]? = nil,
        preferredAgent: String? = nil
    ) {
        self.label = label
        self.identities = identities
        self.attributes = attributes
        self.preferredAgent = preferredAgent
    }
}

extension CustomerRequest: JSONReadable {
    package init?(reading fields: inout JSONFields) {
        self.init(
            label: fields.text("label"), identities: fields.texts("identities"),
            attributes: fields.attributes("attributes"), preferredAgent: fields.text("preferredAgent"))
    }
}
