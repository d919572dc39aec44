import GatewayAPI

/// Schemas of incidents.
enum IncidentSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("IncidentRequest", request), ("OpenIncident", open), ("IncidentPage", Schema.page("OpenIncident")),
            ("IncidentNotice", notice),
        ]
    }

    private static let request = Schema.object(
        "What customers are told, and who.",
        required: [
            .init(
                "message", Schema.text(minimum: 1, maximum: InputFaults.attributeLength), "What customers are told.")
        ],
        optional: [
            .init(
                "when", Schema.text(minimum: 1, maximum: 1024),
                "Whose contacts: a condition such as topic == 'shop'; all where it is left out."),
            .init("queues", Schema.array(Schema.name), "In which queues; in all where they are left out."),
            .init("until", Schema.time, "When it is over; not until it is ended where it is left out."),
        ])

    private static let open = Schema.object(
        "An incident that is not over.",
        required: [
            .init("id", Schema.name, "The incident's id."),
            .init("message", Schema.string, "What customers are told."),
            .init("queues", Schema.array(Schema.name), "In which queues; empty for all."),
            .init("from", Schema.time, "Since when."),
        ],
        optional: [
            .init("when", Schema.string, "Whose contacts, as a condition; absent for all."),
            .init("until", Schema.time, "When it is over; absent where it lasts until it is ended."),
        ])

    private static let notice = Schema.object(
        "What a customer is told of an incident.",
        required: [
            .init("incident", Schema.name, "The incident's id."),
            .init("message", Schema.string, "What the customer is told."),
        ])
}
