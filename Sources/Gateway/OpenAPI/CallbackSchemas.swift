import GatewayAPI

/// Schemas of callbacks and messages.
enum CallbackSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("CallbackRequest", request), ("CallbackReport", report), ("ContactCallback", callback),
            ("ContactMessage", message), ("CallbackSlots", slots),
        ]
    }

    private static let request = Schema.object(
        "How a customer is to be called back.",
        optional: [
            ("number", Schema.text(maximum: InputFaults.customerLength)),
            (
                "slot",
                Schema.described(
                    Schema.time, "The beginning of a slot that is free; only for a contact that is being opened.")
            ),
            (
                "timeZone",
                Schema.described(
                    Schema.text(maximum: 64), "The customer's; without it the queue's hours for calls do not count.")
            ),
        ])

    private static let report = Schema.object(
        "How a call to a customer turned out.",
        required: [("outcome", Schema.words(ContactCallback.Outcome.self))])

    private static let callback = Schema.object(
        "A callback as it stands.", required: [("number", Schema.string), ("attempts", Schema.count)],
        optional: [
            ("due", Schema.time), ("slot", Schema.time), ("timeZone", Schema.string),
            ("lastOutcome", Schema.words(ContactCallback.Outcome.self)),
        ])

    private static let message = Schema.object(
        "A message that a customer left.", required: [("leftAt", Schema.time), ("acknowledgement", Schema.string)],
        optional: [("expectedReply", Schema.time)])

    private static let slots = Schema.object(
        "What customers of a queue may book to be called back.",
        required: [
            ("queue", Schema.name),
            (
                "slots",
                Schema.array(
                    Schema.object(
                        "A stretch of time that may be booked.",
                        required: [
                            ("from", Schema.time), ("until", Schema.time), ("local", Schema.string),
                            ("capacity", Schema.count), ("free", Schema.count),
                        ]))
            ),
        ])
}
