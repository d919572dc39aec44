/// Customers that are kept, forgotten, and learned from other partitions.
extension Floor {
    mutating func keep(
        _ customer: Customer, at now: Timestamp, into output: inout FloorOutput
    ) throws(Refusal) {
        guard customer.id.isValid else {
            throw Refusal(
                .invalid,
                "\(customer.id) cannot name a customer; use 1 to \(CustomerID.bound) letters, digits, dots, dashes and "
                    + "underscores.")
        }
        guard customer.label.utf8.count <= ConfigurationBounds.label else {
            throw Refusal(.invalid, "A customer's label has at most \(ConfigurationBounds.label) bytes.")
        }
        guard customer.identities.count <= Customer.identityBound, customer.identities.allSatisfy(\.isValid) else {
            throw Refusal(
                .invalid,
                "A customer has at most \(Customer.identityBound) identities of 1 to \(CustomerIdentity.bound) bytes.")
        }
        try Self.check(customer.attributes)
        // Who was preferred before may have left the configuration since.
        if let agent = customer.preferredAgent, agent != customers[customer.id]?.preferredAgent {
            _ = try agentNumber(agent)
        }
        for identity in customer.identities {
            guard let owner = customers.owner(of: identity), owner != customer.id else { continue }
            throw Refusal(
                .conflict,
                "\(identity.text) is an identity of customer \(owner) already; take it from there first, or name that one."
            )
        }
        guard customers[customer.id] != nil || customers.count < CustomerStore.bound else {
            throw Refusal(.invalid, "There are \(CustomerStore.bound) customers already, as many as may be kept.")
        }
        guard customers[customer.id] != customer else { return }
        emit(.customerKept(customer), at: now, into: &output)
    }

    mutating func forget(_ id: CustomerID, at now: Timestamp, into output: inout FloorOutput) throws(Refusal) {
        guard customers[id] != nil else { throw Refusal(.notFound, "There is no customer \(id).") }
        emit(.customerForgotten(id), at: now, into: &output)
    }

    /// Takes note of what another floor knows of customers; what is known already, or lacks something before it, is
    /// passed over.
    mutating func learn(_ news: CustomerNews, at now: Timestamp, into output: inout FloorOutput) {
        guard news.floor != partition, news.upTo != customers.learned[news.floor, default: 0], customers.isFitting(news)
        else { return }
        emit(.customersLearned(news), at: now, into: &output)
    }
}
