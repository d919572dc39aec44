import GatewayAPI

/// Schemas of customers.
enum CustomerSchemas {
    static var all: [(String, JSONValue)] {
        [("CustomerRequest", request), ("StoredCustomer", stored), ("CustomerPage", Schema.page("StoredCustomer"))]
    }

    private static let request = Schema.object(
        "What is known of a customer, in the place of what was.",
        optional: [
            ("label", Schema.text(maximum: InputFaults.customerLength)),
            (
                "identities",
                Schema.array(Schema.text(minimum: 1, maximum: InputFaults.customerLength), maximum: 16)
            ),
            ("attributes", Schema.attributes), ("preferredAgent", Schema.name),
        ])

    private static let stored = Schema.object(
        "A customer of the store.",
        required: [
            ("id", Schema.name), ("label", Schema.string), ("identities", Schema.array(Schema.string)),
            ("attributes", Schema.attributes),
        ],
        optional: [
            ("preferredAgent", Schema.name),
            (
                "lastVisit",
                Schema.object(
                    "What is remembered of the customer's last contact.",
                    required: [("at", Schema.time), ("contacts", Schema.count), ("queue", Schema.name)],
                    optional: [("agent", Schema.name)])
            ),
        ])
}
