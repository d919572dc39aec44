import GatewayAPI

/// Schemas of what requests carry.
enum RequestSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("OpenContactRequest", openContact), ("AttributesRequest", attributes), ("TransferRequest", transfer),
            ("WrapUpRequest", wrapUp), ("AvailabilityRequest", availability), ("CapacityRequest", capacity),
            ("TokenRequest", token), ("ClosureRequest", closure), ("ShiftRequest", shift), ("MoveRequest", move),
        ]
    }

    private static let reason = Schema.Field(
        "reason", Schema.text(minimum: 1, maximum: 256), "Why: a sentence for people.")

    private static let closure = Schema.object(
        "For how long and why a calendar is closed.",
        required: [reason],
        optional: [
            .init(
                "until", Schema.time,
                "When the closure is over; not until the calendar is reopened by hand where it is left out.")
        ])

    private static let shift = Schema.object(
        "How much of its traffic a site is left with, and why.",
        required: [reason],
        optional: [
            .init("share", Schema.integer(0...99), "In percent; nothing where it is left out.")
        ])

    private static let move = Schema.object(
        "Where a partition goes.", required: [.init("node", Schema.name, "The node that is to own the partition.")])

    private static let expression = Schema.text(minimum: 1, maximum: 1024)

    private static let openContact = Schema.object(
        "A contact that comes in.",
        required: [
            .init("channel", Schema.words(ContactChannel.self), "The channel that it comes in on."),
            .init("queue", Schema.name, "The queue that it is for."),
        ],
        optional: [
            .init(
                "customer", Schema.text(maximum: InputFaults.customerLength),
                "Phone number, address or web id of the customer; unknown where it is left out."),
            .init("attributes", Schema.attributes, "What is known of it, by name; nothing where it is left out."),
            .init(
                "requirement", expression,
                "What it asks of an agent, such as language.fr >= 3 AND (billing >= 5 OR vip); what its queue asks "
                    + "where it is left out."),
            .init(
                "priority", Schema.integer(-1000...1000),
                "Higher goes first; the queue's own where it is left out."),
            .init(
                "preferredAgent", Schema.name,
                "Who gets it if free at once; nobody in particular where it is left out."),
            .init("session", Schema.sessionID, "The session that it goes on; a new one where it is left out."),
            .init(
                "site", Schema.name,
                "The site whose partition takes the contact, the same in every repetition; islands need it."),
            .init(
                "callback", Schema.reference("CallbackRequest"),
                "How the customer is called back rather than wait on the line; one who waits where it is left out."),
        ])

    private static let attributes = Schema.object(
        "New values of some of a contact's attributes.",
        optional: [
            .init("set", Schema.attributes, "Names and their new values; names not mentioned keep theirs."),
            .init(
                "remove", Schema.array(Schema.name, maximum: 64), "Names to be forgotten; none where it is left out."),
        ])

    private static let kind = Schema.Field(
        "kind", Schema.words(TransferRequest.Kind.self),
        "blind where the agent is done with it at once; consult where it is held while the agent talks to the target.")

    private static let transfer: JSONValue = [
        "description": "Where a contact goes: to a queue or to an agent.",
        "oneOf": [
            Schema.object(
                "To a queue.", required: [kind, .init("queue", Schema.name, "The queue it goes to.")],
                optional: [
                    .init(
                        "requirement", expression,
                        "What it asks of an agent there, such as billing >= 5; what the queue asks if left out."
                    )
                ]),
            Schema.object(
                "To an agent.",
                required: [
                    kind, .init("agent", Schema.name, "The agent it goes to; waits for them if they are busy."),
                ]),
        ],
    ]

    private static let wrapUp = Schema.object(
        "How a contact turned out.",
        optional: [
            .init(
                "disposition", Schema.name,
                "Its disposition code; left out where the configuration knows no dispositions.")
        ])

    private static let when = Schema.Field(
        "when", Schema.words(AvailabilityRequest.When.self),
        "When it takes effect; now where it is left out, after-contact as soon as the agent has nothing in hand.")

    private static let availability: JSONValue = [
        "description": "What an agent chooses to be.",
        "oneOf": [
            Schema.object(
                "Ready, pausing or gone.",
                required: [
                    .init(
                        "state", Schema.words(["offline", "available", "break"]),
                        "The kind of availability.")
                ], optional: [when]),
            Schema.object(
                "Not ready, for a reason.",
                required: [
                    .init("state", Schema.words(["not-ready"]), "The kind of availability."),
                    .init("reason", Schema.name, "The reason that the configuration names."),
                ], optional: [when]),
        ],
    ]

    private static let maximum = Schema.object(
        "The most contacts at once by channel.",
        optional: ContactChannel.allCases.map { channel in
            Schema.Field(
                channel.rawValue, Schema.integer(0...100),
                "The most contacts of channel \(channel.rawValue) at once; the profile's where it is left out.")
        })

    private static let capacity = Schema.object(
        "The most contacts at once by channel.",
        required: [
            .init(
                "maximum", maximum,
                "Channels not mentioned keep the profile's; with none the agent goes back to the profile.")
        ])

    private static let label = Schema.Field(
        "label", Schema.text(minimum: 1, maximum: 100), "What it is for, for people.")

    private static let expiry = Schema.Field(
        "expiresAt", Schema.time,
        "When it ceases to be valid, by the node's machine's clock; never where it is left out.")

    private static let token: JSONValue = [
        "description": "A token to be made.",
        "oneOf": [
            Schema.object(
                "Bound to an agent.",
                required: [
                    label,
                    .init(
                        "role", Schema.words(["agent"]),
                        "What its bearer may do: to act for the one agent it is bound to."),
                    .init("agent", Schema.name, "The agent it is bound to."),
                ], optional: [expiry]),
            Schema.object(
                "Bound to nobody.",
                required: [
                    label,
                    .init(
                        "role", Schema.words(["administrator", "supervisor", "connector"]),
                        "What its bearer may do."),
                ], optional: [expiry]),
        ],
    ]
}
