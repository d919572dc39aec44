import GatewayAPI

/// Schemas of contacts and of what is said about them.
enum ContactSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("OpenedContact", opened), ("Contact", contact), ("ContactPage", Schema.page("Contact")),
            ("TransferAnswer", transferAnswer), ("ContactExplanation", explanation), ("ContactWait", wait),
            ("SiteChoice", choice),
        ]
    }

    private static let opened = Schema.object(
        "The contact that was opened.",
        required: [
            .init("contact", Schema.contactID, "The contact's id, such as c0-12."),
            .init("session", Schema.sessionID, "The session that it belongs to, such as s0-3."),
        ], optional: openedOptions + diversion)

    private static let openedOptions: [Schema.Field] = [
        .init(
            "incidents", Schema.array(Schema.reference("IncidentNotice")),
            "What whoever made the contact is to be told of incidents; absent for nothing.")
    ]

    /// What was arranged with a customer other than to wait on the line.
    private static let diversion: [Schema.Field] = [
        .init(
            "callback", Schema.reference("ContactCallback"),
            "How the customer is called back; absent where that is not agreed."),
        .init("message", Schema.reference("ContactMessage"), "The message that the customer left; absent for none."),
        .init(
            "sentAway", Schema.string,
            "What the customer is told who is sent away by a rule of the queue; absent otherwise."),
    ]

    private static let contact = Schema.object(
        "One piece of work on one channel.",
        required: [
            .init("id", Schema.contactID, "Its id, such as c0-12."),
            .init("session", Schema.sessionID, "The session that it belongs to, such as s0-3."),
            .init("channel", Schema.words(ContactChannel.self), "The channel that it came in on."),
            .init("attributes", Schema.attributes, "What is known of it, by name; empty when nothing is."),
            .init("queue", Schema.name, "The queue that it is in, or last was."),
            .init("ring", Schema.count, "How many times its requirement was widened."),
            .init("priority", Schema.integer(-1000...1000), "-1000 to 1000; higher goes first."),
            .init("state", Schema.words(Contact.State.self), "Where it stands in its life."),
            .init("openedAt", Schema.time, "When it came in."),
            .init("enqueuedAt", Schema.time, "Since when it counts as waiting; kept when it is queued again."),
        ],
        optional: contactOptions + diversion)

    private static let contactOptions: [Schema.Field] = [
        .init("customer", Schema.string, "Phone number, address or web id of the customer; absent when unknown."),
        .init("requirement", Schema.string, "What it asks of an agent at its present ring; absent for nothing."),
        .init("preferredAgent", Schema.name, "Who gets it if free at once; absent for nobody in particular."),
        .init("answeredAt", Schema.time, "When it was first connected to an agent; absent before."),
        .init("endedAt", Schema.time, "When it ended; absent before."),
        .init("agent", Schema.name, "Who has it, or is offered it; absent while it waits."),
        .init("offer", Schema.offerID, "The open offer; absent unless it is offered."),
        .init(
            "consultationOf", Schema.contactID,
            "The contact that this one consults about; absent unless it is a consultation."),
        .init(
            "consultation", Schema.contactID, "The consultation under way about this one; absent when there is none."),
        .init("endReason", Schema.words(Contact.EndReason.self), "How it ended; absent before."),
        .init(
            "disposition", Schema.name, "What the agent chose at the end of wrap-up; absent when nothing was chosen."),
    ]

    private static let transferAnswer = Schema.object(
        "The consultation that was begun, if one was.",
        optional: [
            .init(
                "consultation", Schema.contactID,
                "The consultation, a contact of its own in the same session; absent for a blind transfer.")
        ])

    private static let step = Schema.object(
        "What happens by itself.",
        required: [.init("what", Schema.string, "What happens, in a sentence.")],
        optional: [.init("at", Schema.time, "When; absent when it has no set time.")])

    private static let candidate = Schema.object(
        "An agent that was considered.",
        required: [
            .init("agent", Schema.name, "The agent's id."),
            .init("isEligible", Schema.boolean, "Whether nothing stands in the way."),
            .init(
                "obstacle", Schema.string,
                "The kind of what stands in the way, such as not-ready; none when nothing does."),
            .init(
                "reasons", Schema.array(Schema.string),
                "What stands in the way, a sentence each; empty when nothing does."),
        ])

    private static let explanation = Schema.object(
        "Why a contact stands where it stands.",
        required: [
            .init("contact", Schema.contactID, "The contact's id."),
            .init("at", Schema.time, "When this was true."),
            .init("state", Schema.words(Contact.State.self), "Where the contact stands in its life."),
            .init("queue", Schema.name, "The queue that it is in, or last was."),
            .init("waitsFor", Schema.string, "What it waits for, in a sentence; nothing when it does not wait."),
            .init("summary", Schema.string, "All of it in one sentence."),
            .init("next", Schema.array(step), "What happens by itself, soonest first, what has no set time last."),
            .init(
                "agents", Schema.array(candidate),
                "Agents that were considered, those closest to being offered the contact first; at most 50."),
            .init(
                "obstacles", Schema.map(Schema.count),
                "How many agents there are for each kind of obstacle, those not described included."),
            .init(
                "customer", Schema.array(Schema.string),
                "What is known of the customer, how that counts, and what the customer is told: a sentence each."),
        ],
        optional: [
            .init("requirement", Schema.string, "What it asks of an agent at its present ring; absent for nothing."),
            .init("ahead", Schema.count, "How many contacts of its queue go first; absent unless it waits."),
            .init(
                "choice", Schema.reference("SiteChoice"),
                "The sites of its queue as they were compared for it; absent where its queue chooses among none."
            ),
        ])

    private static let comparedSite = Schema.object(
        "A site as it was compared with others.",
        required: [
            .init("site", Schema.name, "The site's id."),
            .init("idle", Schema.count, "Its agents who were free for the contact."),
            .init("weight", Schema.number, "Its weight in the configuration, 0.01 to 100; 1 where none is set."),
            .init(
                "closesSoon", Schema.boolean,
                "Whether it closes before a contact would be handled as long as they take on average."),
        ],
        optional: [
            .init(
                "obstacle", Schema.string,
                "What kept the contact from its agents, such as closed or busy; absent for nothing."),
            .init(
                "predictedWaitSeconds", Schema.seconds,
                "How long the contact would have waited for its agents alone; absent when none was at work."),
            .init(
                "serviceLevel", Schema.share,
                "Of the queue's last contacts with its agents, the share answered in time; absent before the first."),
            .init("changesAt", Schema.time, "When it opens or closes next; absent for never."),
        ])

    private static let choice = Schema.object(
        "The sites of a queue as they were compared for a contact.",
        required: [
            .init("at", Schema.time, "When they were compared."),
            .init("sites", Schema.array(comparedSite), "All sites of the queue, the best first."),
        ],
        optional: [
            .init("chosen", Schema.name, "The site whose agent was to get the contact; absent while nobody is free.")
        ])

    private static let wait = Schema.object(
        "Where a contact stands in its queue, and how long it is expected to wait.",
        required: [
            .init(
                "position", Schema.count,
                "Its place among all who wait in its queue, 1 for who is next; 0 when it does not wait.")
        ],
        optional: [
            .init(
                "expectedWaitSeconds", Schema.seconds,
                "In how many seconds an agent is expected to answer (EWT); absent when it does not wait, or nobody who "
                    + "may take it serves the queue.")
        ])
}
