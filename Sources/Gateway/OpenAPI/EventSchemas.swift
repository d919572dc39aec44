import GatewayAPI

/// Schemas of what event streams carry and nothing else does.
enum EventSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("StreamState", state), ("Offer", offer), ("EndedOffer", endedOffer), ("ConfiguredEvent", configured),
            ("ContactIncidents", incidents),
        ]
    }

    private static let state = Schema.object(
        "The whole state that a reset event carries.",
        required: [
            .init(
                "agents", Schema.array(Schema.reference("Agent")),
                "The agent, or nobody where there is no such agent any more; on the supervisors' stream every agent, "
                    + "up to 1,000."),
            .init(
                "contacts", Schema.array(Schema.reference("Contact")),
                "Contacts that the agent has in hand, oldest first; empty on the supervisors' stream."),
            .init(
                "offers", Schema.array(Schema.reference("Offer")),
                "Offers that the agent has not answered yet, oldest first; empty on the supervisors' stream."),
            .init(
                "queues", Schema.array(Schema.reference("Queue")),
                "Every queue on the supervisors' stream, as the stream's partition has it; empty on an agent's."),
        ])

    private static let offer = Schema.object(
        "A contact offered to an agent.",
        required: [
            .init("id", Schema.offerID, "Its id, such as o0-9."),
            .init("contact", Schema.contactID, "The contact that is offered."),
            .init("agent", Schema.name, "Who it is offered to."),
            .init("queue", Schema.name, "The queue that the contact waits in."),
            .init("channel", Schema.words(ContactChannel.self), "The contact's channel."),
            .init("attributes", Schema.attributes, "What is known of the contact, by name; empty when nothing is."),
            .init("ring", Schema.count, "How many times the contact's requirement had been widened."),
            .init(
                "priority", Schema.integer(-1000...1000), "The contact's priority, -1000 to 1000; higher goes first."),
            .init("enqueuedAt", Schema.time, "When the contact began to wait."),
            .init("offeredAt", Schema.time, "When the offer was made."),
            .init("deadline", Schema.time, "By when it must be answered."),
            .init(
                "isCallback", Schema.boolean,
                "Whether the customer does not wait on the line, and is to be called by the agent."),
        ],
        optional: [
            .init("customer", Schema.string, "Phone number, address or web id of the customer; absent when unknown.")
        ])

    private static let endedOffer = Schema.object(
        "An offer that is no longer open.",
        required: [
            .init("id", Schema.offerID, "The offer's id, such as o0-9."),
            .init("contact", Schema.contactID, "The contact that was offered."),
            .init("agent", Schema.name, "Who it was offered to."),
            .init(
                "outcome", Schema.words(EndedOffer.Outcome.self),
                "How it ended: timed-out when the agent did not answer in time, rescinded when the contact or the "
                    + "agent went away or somebody stepped in."),
        ])

    private static let configured = Schema.object(
        "Another configuration is in force.",
        required: [.init("version", Schema.count, "Number of the version now in force, from 1.")])

    private static let incidents = Schema.object(
        "Everything that whoever made a contact is told of incidents at the moment.",
        required: [
            .init(
                "incidents", Schema.array(Schema.reference("IncidentNotice")),
                "The incidents that concern the contact; empty once there are none.")
        ])
}
