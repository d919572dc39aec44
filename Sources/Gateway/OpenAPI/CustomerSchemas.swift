import GatewayAPI

/// Schemas of customers.
enum CustomerSchemas {
    static var all: [(String, JSONValue)] {
        [("CustomerRequest", request), ("StoredCustomer", stored), ("CustomerPage", Schema.page("StoredCustomer"))]
    }

    private static let request = Schema.object(
        "What is known of a customer, in the place of what was.",
        optional: [
            .init(
                "label", Schema.text(maximum: InputFaults.customerLength),
                "A name for people; none where it is left out."),
            .init(
                "identities",
                Schema.array(Schema.text(minimum: 1, maximum: InputFaults.customerLength), maximum: 16),
                "Phone numbers, e-mail addresses and web ids; none where they are left out."),
            .init(
                "attributes", Schema.attributes,
                "What every contact of the customer has that does not say otherwise itself; none if left out."
            ),
            .init(
                "preferredAgent", Schema.name,
                "Who is preferred for the customer's contacts; nobody in particular where it is left out."),
        ])

    private static let lastVisit = Schema.object(
        "What is remembered of the customer's last contact.",
        required: [
            .init("at", Schema.time, "When it came in."),
            .init("contacts", Schema.count, "How many contacts the customer has had in a row, that one included."),
            .init("queue", Schema.name, "The queue that it came in to."),
        ],
        optional: [
            .init(
                "agent", Schema.name,
                "Who had it, or the last before that somebody had; absent when nobody has had any.")
        ])

    private static let stored = Schema.object(
        "A customer of the store.",
        required: [
            .init("id", Schema.name, "The customer's id in the business's records."),
            .init("label", Schema.string, "A name for people; empty for none."),
            .init(
                "identities", Schema.array(Schema.string),
                "Phone numbers, e-mail addresses and web ids as they are compared."),
            .init(
                "attributes", Schema.attributes,
                "What every contact of the customer has that does not say otherwise itself."),
        ],
        optional: [
            .init(
                "preferredAgent", Schema.name,
                "Who is preferred for the customer's contacts; absent for nobody in particular."),
            .init("lastVisit", lastVisit, "The customer's last contact; absent when none is remembered."),
        ])
}
