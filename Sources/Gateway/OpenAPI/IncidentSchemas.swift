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
        required: [("message", Schema.text(minimum: 1, maximum: InputFaults.attributeLength))],
        optional: [
            ("when", Schema.text(minimum: 1, maximum: 1024)), ("queues", Schema.array(Schema.name)),
            ("until", Schema.time),
        ])

    private static let open = Schema.object(
        "An incident that is not over.",
        required: [
            ("id", Schema.name), ("message", Schema.string), ("queues", Schema.array(Schema.name)),
            ("from", Schema.time),
        ],
        optional: [("when", Schema.string), ("until", Schema.time)])

    private static let notice = Schema.object(
        "What a customer is told of an incident.", required: [("incident", Schema.name), ("message", Schema.string)])
}
