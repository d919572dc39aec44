import GatewayAPI

/// One customer, as commands print it.
enum CustomerReport {
    static func show(_ customer: StoredCustomer, asJSON: Bool) throws {
        if asJSON { return try Report.json(customer) }
        print("Customer      \(customer.id)\(customer.label.isEmpty ? "" : ", \(customer.label)")")
        print("Known by      \(Phrase.text(customer.identities.joined(separator: ", ")))")
        for (name, value) in customer.attributes.sorted(by: { $0.key < $1.key }) {
            print("Attribute     \(name) = \(Phrase.text(value))")
        }
        print("Prefers       \(Phrase.text(customer.preferredAgent, "nobody in particular"))")
        guard let visit = customer.lastVisit else { return print("Last contact  none remembered") }
        print(
            "Last contact  \(visit.at) in \(visit.queue), with \(visit.agent ?? "nobody"); number \(visit.contacts) in a row"
        )
    }
}
