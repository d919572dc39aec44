/// A customer of the store, as `GET /v1/customers/{customer}` shows it.
public struct StoredCustomer: Codable, Hashable, Sendable {
    /// The customer's id in the business's records.
    public var id: String
    /// A name for people.
    public var label: String
    /// Phone numbers, e-mail addresses and web ids as they are compared.
    public var identities: [String]
    /// What every contact of the customer has that does not say otherwise itself.
    public var attributes: [String: ContactAttribute]
    /// Who is preferred for the customer's contacts; nil for nobody in particular.
    public var preferredAgent: String?
    /// The customer's last contact; nil when none is remembered.
    public var lastVisit: LastVisit?

    public init(
        id: String, label: String, identities: [String], attributes: [String: ContactAttribute],
        preferredAgent: String?, lastVisit: LastVisit?
    ) {
        self.id = id
        self.label = label
        self.identities = identities
        self.attributes = attributes
        self.preferredAgent = preferredAgent
        self.lastVisit = lastVisit
    }

    /// What is remembered of a customer's last contact.
    public struct LastVisit: Codable, Hashable, Sendable {
        /// When it came in.
        public var at: DateTime
        /// How many contacts the customer has had in a row, that one included.
        public var contacts: Int
        /// The queue that it came in to.
        public var queue: String
        /// Who had it, or the last before that somebody had; nil when nobody has had any.
        public var agent: String?

        public init(at: DateTime, contacts: Int, queue: String, agent: String?) {
            self.at = at
            self.contacts = contacts
            self.queue = queue
            self.agent = agent
        }
    }
}
