/// What a contact begins with: what it brought, and what its customer is given.
struct Welcome: Sendable {
    var attributes: Attributes
    var priority: Int
    var preferredAgent: AgentID?
    var preferences: [Preference] = []

    /// Names of the attributes by which a contact says what is known of its customer.
    enum Name {
        /// The customer's id in the store.
        static let customer = "customer.id"
        /// How many contacts the customer has had in a row before this one.
        static let contacts = "customer.contacts"
        /// Who had the customer's last contact.
        static let lastAgent = "customer.last-agent"
        /// The queue of the customer's last contact.
        static let lastQueue = "customer.last-queue"
        /// The rule that the customer is treated by.
        static let rule = "customer.rule"
    }

    /// Adds an attribute that the contact did not bring, while there is room.
    mutating func add(_ name: String, _ value: AttributeValue) {
        guard attributes.entries.count < Attributes.countBound, attributes[name] == nil else { return }
        attributes[name] = value
    }

    /// Says what only the center can know, whatever the contact brought.
    mutating func state(_ name: String, _ value: AttributeValue?) {
        attributes[name] = nil
        if let value { add(name, value) }
    }
}
