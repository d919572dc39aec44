import GatewayAPI

/// Schemas of configuration, calendars, findings, tokens and problems.
enum AdministrationSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("ConfigurationVersion", version), ("ConfigurationVersionPage", Schema.page("ConfigurationVersion")),
            ("AppliedConfiguration", applied), ("CalendarState", calendar), ("CalendarTime", calendarTime),
            ("ConfigurationValidation", validation), ("ConfigurationDifference", difference),
            ("Finding", finding), ("FindingPage", Schema.page("Finding")), ("Token", token),
            ("TokenPage", Schema.page("Token")), ("CreatedToken", created), ("Health", health),
            ("OpenAPI", ["type": "object", "description": "An OpenAPI 3.1 document."]), ("Fault", fault),
            ("Problem", problem),
        ]
    }

    private static let version = Schema.object(
        "One version of the configuration.",
        required: [
            .init("version", Schema.count, "Its number; counts up from 1."),
            .init("appliedAt", Schema.time, "When it took effect."),
            .init("isCurrent", Schema.boolean, "Whether it is the one in force."),
        ],
        optional: [.init("source", Schema.string, "The file as it was written; absent in lists.")])

    private static let applied = Schema.object(
        "The version that is now in force.", required: [.init("version", Schema.count, "Its number, from 1.")])

    private static let calendarTime = Schema.object(
        "An instant, and what the clock on the wall shows.",
        required: [
            .init("instant", Schema.time, "The instant."),
            .init(
                "local", Schema.string, "The same in the calendar's zone, such as Wednesday 2026-11-25 08:00:00 +01:00."
            ),
        ])

    private static let opening = Schema.object(
        "A stretch for which it is open.",
        required: [
            .init("from", Schema.reference("CalendarTime"), "When it opens, or the instant that was asked about.")
        ],
        optional: [
            .init(
                "until", Schema.reference("CalendarTime"),
                "When it closes; absent where that lies beyond the time that was asked for.")
        ])

    private static let calendar = Schema.object(
        "Whether a calendar is open, why, and when it is from then on.",
        required: [
            .init("id", Schema.name, "Its id in the configuration."),
            .init("timeZone", Schema.string, "IANA name of its time zone."),
            .init("at", Schema.reference("CalendarTime"), "The instant that is answered for."),
            .init("isOpen", Schema.boolean, "Whether it is open then."),
            .init("reason", Schema.string, "Which interval, holiday, override or closure decides that."),
            .init(
                "openSeconds", Schema.seconds,
                "For how long it is open until the time that was asked for, in seconds."),
            .init(
                "openings", Schema.array(opening), "When it is open until then, a hundred stretches at most."),
        ],
        optional: [
            .init(
                "nextChange", Schema.reference("CalendarTime"), "When it opens or closes next; absent for never."),
            .init("nextOpening", Schema.reference("CalendarTime"), "When it opens next; absent for never."),
        ])

    private static let validation = Schema.object(
        "Everything that is wrong with a configuration.",
        required: [
            .init("isValid", Schema.boolean, "Whether it could be applied."),
            .init(
                "errors", Schema.array(Schema.reference("Fault")),
                "Everything that is wrong with it, in the order of the file; empty when nothing is."),
        ])

    private static let change = Schema.object(
        "One change.",
        required: [
            .init(
                "kind", Schema.words(ConfigurationDifference.Change.Kind.self),
                "Whether it is added, removed or changed."),
            .init("path", Schema.string, "Where, such as queues.billing.priority."),
        ],
        optional: [
            .init("before", Schema.string, "What is there now; absent when it is added."),
            .init("after", Schema.string, "What would be there; absent when it is removed."),
        ])

    private static let difference = Schema.object(
        "What applying a configuration would change.",
        required: [
            .init("version", Schema.count, "The version it was compared with; 0 when none is in force."),
            .init("changes", Schema.array(change), "Every change; empty when there is none."),
        ])

    private static let repair = Schema.object(
        "The request that repairs it.",
        required: [
            .init("description", Schema.string, "What the request does."),
            .init("method", Schema.string, "HTTP method of the request."),
            .init("path", Schema.string, "Path of the request, such as /v1/contacts/c0-12/requeue."),
        ])

    private static let finding = Schema.object(
        "Something that somebody should look at.",
        required: [
            .init(
                "subject", Schema.string,
                "What kind of thing it is about: contact, agent, offer, queue, floor, partition, node or cluster."),
            .init("id", Schema.string, "Its id; the partition's for a floor, empty for the cluster as a whole."),
            .init("severity", Schema.string, "How pressing it is: note, warning or fault."),
            .init("message", Schema.string, "What is the matter, and why."),
        ],
        optional: [
            .init("repair", repair, "What would repair it; absent when nothing can be done from here.")
        ])

    private static let token = Schema.object(
        "A bearer token without its secret.",
        required: [
            .init("id", Schema.tokenID, "Names the token; not secret."),
            .init("label", Schema.string, "What it is for, for people."),
            .init("role", Schema.words(Token.Role.self), "What its bearer may do."),
            .init("createdAt", Schema.time, "When it was made."),
        ],
        optional: [
            .init("agent", Schema.name, "The agent it is bound to; absent unless its role is agent."),
            .init(
                "expiresAt", Schema.time,
                "When it ceases to be valid, by the node's machine's clock; absent for never."),
            .init(
                "lastUsedAt", Schema.time,
                "When it was last used since the node was started; absent when it was not."),
        ])

    private static let created = Schema.object(
        "A token and its secret.",
        required: [
            .init("token", Schema.reference("Token"), "The token, without its secret."),
            .init(
                "secret", Schema.text(pattern: "^sdl_[0-9a-f]{64}$"),
                "What to send as Authorization: Bearer; shown this once."),
        ])

    private static let health = Schema.object(
        "The node answers.",
        required: [
            .init("status", Schema.words(["ok"]), "Always ok; a problem is answered otherwise.")
        ])

    private static let fault = Schema.object(
        "One thing that is wrong.",
        required: [.init("message", Schema.string, "What is wrong, and what would be right.")],
        optional: [
            .init(
                "field", Schema.string, "The field it is about, such as attributes.vip; absent when it is about none."),
            .init("line", Schema.count, "Line of the text, from 1; absent for JSON."),
            .init("column", Schema.count, "Column of the line, from 1; absent for JSON."),
        ])

    private static let problem = Schema.object(
        "Why a request was not carried out (RFC 9457).",
        required: [
            .init(
                "type", Schema.text(pattern: "^urn:sundial:problem:[a-z-]+$"),
                "Names the kind of problem: urn:sundial:problem: and the code."),
            .init(
                "title", Schema.string, "The kind of problem in a few words, always the same for a kind."),
            .init("status", Schema.integer(400...599), "The HTTP status."),
            .init("detail", Schema.string, "What happened, to what, and what to do next."),
            .init("code", Schema.words(ProblemKind.self), "The kind of problem for programs, such as not-found."),
        ],
        optional: [
            .init(
                "errors", Schema.array(Schema.reference("Fault")),
                "Each thing that is wrong with the request, where there may be several; absent otherwise.")
        ])
}
