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
            .init(
                "number", Schema.text(maximum: InputFaults.customerLength),
                "Whom to call; the contact's customer where it is left out."),
            .init(
                "slot", Schema.time,
                "The beginning of a slot that is free, only for a contact that is being opened; where it is left out "
                    + "the customer is called when the contact's turn comes."),
            .init(
                "timeZone", Schema.text(maximum: 64),
                "IANA name of the customer's time zone; without it the queue's hours for calls do not count."),
        ])

    private static let report = Schema.object(
        "How a call to a customer turned out.",
        required: [
            .init("outcome", Schema.words(ContactCallback.Outcome.self, except: .unknown), "How it turned out.")
        ])

    private static let callback = Schema.object(
        "A callback as it stands.",
        required: [
            .init("number", Schema.string, "Whom to call."),
            .init("attempts", Schema.count, "How many times the customer was called, the present call included."),
        ],
        optional: [
            .init(
                "due", Schema.time,
                "When it is to be looked after again: the beginning of its slot, the end of a pause, or, while the "
                    + "customer is being called, when that is given up; absent while it waits for its turn, and once "
                    + "the customer was reached."),
            .init("slot", Schema.time, "The beginning of the slot that was booked; absent when none was."),
            .init("timeZone", Schema.string, "IANA name of the customer's time zone; absent when unknown."),
            .init(
                "lastOutcome", Schema.words(ContactCallback.Outcome.self),
                "How the last call turned out, unknown where nobody said in time; absent before the first."),
        ])

    private static let message = Schema.object(
        "A message that a customer left.",
        required: [
            .init("leftAt", Schema.time, "When it was left."),
            .init("acknowledgement", Schema.string, "What the customer is to be told at once."),
        ],
        optional: [
            .init(
                "expectedReply", Schema.time,
                "By when the customer is told to expect an answer; absent when that cannot be said.")
        ])

    private static let slot = Schema.object(
        "A stretch of time that may be booked.",
        required: [
            .init("from", Schema.time, "When it begins."),
            .init("until", Schema.time, "When it ends."),
            .init(
                "local", Schema.string,
                "What the clock on the wall shows when it begins: the customer's if their time zone was given, else "
                    + "the queue's."),
            .init("capacity", Schema.count, "How many customers may book it."),
            .init("free", Schema.count, "How many more may."),
        ])

    private static let slots = Schema.object(
        "What customers of a queue may book to be called back.",
        required: [
            .init("queue", Schema.name, "The queue."),
            .init("slots", Schema.array(slot), "Its slots, rising; at most 500."),
        ])
}
