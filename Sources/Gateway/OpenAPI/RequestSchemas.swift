import GatewayAPI

/// Schemas of what requests carry.
enum RequestSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("OpenContactRequest", openContact), ("AttributesRequest", attributes), ("TransferRequest", transfer),
            ("WrapUpRequest", wrapUp), ("AvailabilityRequest", availability), ("CapacityRequest", capacity),
            ("TokenRequest", token),
            (
                "ClosureRequest",
                Schema.object(
                    "For how long and why a calendar is closed.",
                    required: [("reason", Schema.text(minimum: 1, maximum: 256))], optional: [("until", Schema.time)])
            ),
            (
                "ShiftRequest",
                Schema.object(
                    "How much of its traffic a site is left with, and why.",
                    required: [("reason", Schema.text(minimum: 1, maximum: 256))],
                    optional: [
                        (
                            "share",
                            Schema.described(Schema.integer(0...99), "In percent; nothing where it is left out.")
                        )
                    ])
            ),
            ("MoveRequest", Schema.object("Where a partition goes.", required: [("node", Schema.name)])),
        ]
    }

    private static let requirement: JSONValue = [
        "type": "string", "minLength": 1, "maxLength": 1024,
        "description": "An expression such as language.fr >= 3 AND (billing >= 5 OR vip).",
    ]

    private static let openContact = Schema.object(
        "A contact that comes in.",
        required: [("channel", Schema.words(ContactChannel.self)), ("queue", Schema.name)],
        optional: [
            ("customer", Schema.text(maximum: InputFaults.customerLength)), ("attributes", Schema.attributes),
            ("requirement", requirement), ("priority", Schema.integer(-1000...1000)),
            ("preferredAgent", Schema.name), ("session", Schema.sessionID),
            (
                "site",
                Schema.described(
                    Schema.name,
                    "The site whose partition takes the contact, the same in every repetition; islands need it.")
            ),
            ("callback", Schema.reference("CallbackRequest")),
        ])

    private static let attributes = Schema.object(
        "New values of some of a contact's attributes.",
        optional: [("set", Schema.attributes), ("remove", Schema.array(Schema.name, maximum: 64))])

    private static let transfer: JSONValue = [
        "description": "Where a contact goes: to a queue or to an agent.",
        "oneOf": [
            Schema.object(
                "To a queue.",
                required: [("kind", Schema.words(TransferRequest.Kind.self)), ("queue", Schema.name)],
                optional: [("requirement", requirement)]),
            Schema.object(
                "To an agent.",
                required: [("kind", Schema.words(TransferRequest.Kind.self)), ("agent", Schema.name)]),
        ],
    ]

    private static let wrapUp = Schema.object("How a contact turned out.", optional: [("disposition", Schema.name)])

    private static let availability: JSONValue = [
        "description": "What an agent chooses to be.",
        "oneOf": [
            Schema.object(
                "Ready, pausing or gone.",
                required: [("state", ["type": "string", "enum": ["offline", "available", "break"]])],
                optional: [("when", Schema.words(AvailabilityRequest.When.self))]),
            Schema.object(
                "Not ready, for a reason.",
                required: [("state", ["type": "string", "enum": ["not-ready"]]), ("reason", Schema.name)],
                optional: [("when", Schema.words(AvailabilityRequest.When.self))]),
        ],
    ]

    private static let capacity = Schema.object(
        "The most contacts at once by channel.",
        required: [
            (
                "maximum",
                Schema.object(
                    "Channels not mentioned keep the profile's; none goes back to the profile.",
                    optional: ContactChannel.allCases.map { ($0.rawValue, Schema.integer(0...100)) })
            )
        ])

    private static let token: JSONValue = [
        "description": "A token to be made.",
        "oneOf": [
            Schema.object(
                "Bound to an agent.",
                required: [
                    ("label", Schema.text(minimum: 1, maximum: 100)),
                    ("role", ["type": "string", "enum": ["agent"]]), ("agent", Schema.name),
                ], optional: [("expiresAt", Schema.time)]),
            Schema.object(
                "Bound to nobody.",
                required: [
                    ("label", Schema.text(minimum: 1, maximum: 100)),
                    ("role", ["type": "string", "enum": ["administrator", "supervisor", "connector"]]),
                ], optional: [("expiresAt", Schema.time)]),
        ],
    ]
}
