import GatewayAPI

/// Schemas of contacts, offers, agents and queues.
enum ContactSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("OpenedContact", opened), ("Contact", contact), ("ContactPage", Schema.page("Contact")),
            ("TransferAnswer", transferAnswer), ("ContactExplanation", explanation), ("ContactWait", wait),
            ("SiteChoice", choice),
            ("Agent", agent),
            ("AgentPage", Schema.page("Agent")), ("Availability", availability), ("Queue", queue),
            ("QueuePage", Schema.page("Queue")), ("QueueTotals", totals),
        ]
    }

    private static let opened = Schema.object(
        "The contact that was opened.", required: [("contact", Schema.contactID), ("session", Schema.sessionID)],
        optional: diversion + [("incidents", Schema.array(Schema.reference("IncidentNotice")))])

    /// What was arranged with a customer other than to wait on the line.
    private static let diversion = [
        ("callback", Schema.reference("ContactCallback")), ("message", Schema.reference("ContactMessage")),
        ("sentAway", Schema.string),
    ]

    private static let contact = Schema.object(
        "One piece of work on one channel.",
        required: [
            ("id", Schema.contactID), ("session", Schema.sessionID), ("channel", Schema.words(ContactChannel.self)),
            ("attributes", Schema.attributes), ("queue", Schema.name), ("ring", Schema.count),
            ("priority", Schema.integer(-1000...1000)), ("state", Schema.words(Contact.State.self)),
            ("openedAt", Schema.time), ("enqueuedAt", Schema.time),
        ],
        optional: [
            ("customer", Schema.string), ("requirement", Schema.string), ("preferredAgent", Schema.name),
            ("answeredAt", Schema.time), ("endedAt", Schema.time), ("agent", Schema.name), ("offer", Schema.offerID),
            ("consultationOf", Schema.contactID), ("consultation", Schema.contactID),
            ("endReason", Schema.words(Contact.EndReason.self)), ("disposition", Schema.name),
        ] + diversion)

    private static let transferAnswer = Schema.object(
        "The consultation that was begun, if one was.", optional: [("consultation", Schema.contactID)])

    private static let explanation = Schema.object(
        "Why a contact stands where it stands.",
        required: [
            ("contact", Schema.contactID), ("at", Schema.time), ("state", Schema.words(Contact.State.self)),
            ("queue", Schema.name), ("waitsFor", Schema.string), ("summary", Schema.string),
            (
                "next",
                Schema.array(
                    Schema.object(
                        "What happens by itself.", required: [("what", Schema.string)],
                        optional: [("at", Schema.time)]))
            ),
            (
                "agents",
                Schema.array(
                    Schema.object(
                        "An agent that was considered.",
                        required: [
                            ("agent", Schema.name), ("isEligible", Schema.boolean), ("obstacle", Schema.string),
                            ("reasons", Schema.array(Schema.string)),
                        ]))
            ),
            ("obstacles", Schema.map(Schema.count)), ("customer", Schema.array(Schema.string)),
        ],
        optional: [
            ("requirement", Schema.string), ("ahead", Schema.count), ("choice", Schema.reference("SiteChoice")),
        ])

    private static let choice = Schema.object(
        "The sites of a queue as they were compared for a contact.",
        required: [
            ("at", Schema.time),
            (
                "sites",
                Schema.array(
                    Schema.object(
                        "A site as it was compared with others.",
                        required: [
                            ("site", Schema.name), ("idle", Schema.count), ("weight", ["type": "number"]),
                            ("closesSoon", Schema.boolean),
                        ],
                        optional: [
                            ("obstacle", Schema.string), ("predictedWaitSeconds", Schema.seconds),
                            ("serviceLevel", Schema.share), ("changesAt", Schema.time),
                        ]))
            ),
        ],
        optional: [("chosen", Schema.name)])

    private static let wait = Schema.object(
        "Where a contact stands in its queue, and how long it is expected to wait.",
        required: [("position", Schema.count)], optional: [("expectedWaitSeconds", Schema.seconds)])

    private static let availability = Schema.object(
        "What an agent chose to be.", required: [("state", Schema.words(Availability.State.self))],
        optional: [("reason", Schema.name)])

    private static let agent = Schema.object(
        "A person who handles contacts.",
        required: [
            ("id", Schema.name), ("label", Schema.string), ("site", Schema.name),
            ("availability", Schema.reference("Availability")), ("work", Schema.words(Agent.WorkState.self)),
            ("since", Schema.time), ("isReachable", Schema.boolean), ("skills", Schema.map(Schema.integer(1...10))),
            ("capacity", Schema.map(Schema.count)), ("contacts", Schema.array(Schema.contactID)),
            ("offers", Schema.array(Schema.offerID)), ("unanswered", Schema.count),
            ("interrupted", Schema.array(Schema.contactID)),
        ],
        optional: [("next", Schema.reference("Availability"))])

    private static let queue = Schema.object(
        "A queue and its live figures.",
        required: [
            ("id", Schema.name), ("label", Schema.string), ("isOpen", Schema.boolean), ("waiting", Schema.count),
            ("offered", Schema.count), ("connected", Schema.count), ("staffed", Schema.count), ("idle", Schema.count),
            ("figures", Schema.reference("QueueTotals")),
        ],
        optional: [("oldest", Schema.time), ("expectedWaitSeconds", Schema.seconds)])

    private static let totals = Schema.object(
        "What a queue has done since the center was first configured.",
        required: [
            ("opened", Schema.count), ("answered", Schema.count), ("answeredWithinThreshold", Schema.count),
            ("abandoned", Schema.count), ("abandonedWithinThreshold", Schema.count), ("timedOut", Schema.count),
            ("completed", Schema.count), ("refused", Schema.count),
            (
                "serviceLevel",
                Schema.object(
                    "Service level by the name of its formula; absent before there is anything to count.",
                    optional: [
                        ("answered", Schema.share), ("offered", Schema.share),
                        ("offeredWithoutShortAbandons", Schema.share),
                    ])
            ),
        ],
        optional: [("asaSeconds", Schema.seconds), ("ahtSeconds", Schema.seconds)])
}
