import GatewayAPI

/// Schemas of configuration, findings, tokens and problems.
enum AdministrationSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("ConfigurationVersion", version), ("ConfigurationVersionPage", Schema.page("ConfigurationVersion")),
            (
                "AppliedConfiguration",
                Schema.object("The version that is now in force.", required: [("version", Schema.count)])
            ),
            ("Site", site), ("SitePage", Schema.page("Site")),
            ("CalendarState", calendar), ("CalendarTime", calendarTime),
            ("ConfigurationValidation", validation), ("ConfigurationDifference", difference),
            ("Finding", finding), ("FindingPage", Schema.page("Finding")), ("Token", token),
            ("TokenPage", Schema.page("Token")), ("CreatedToken", created),
            (
                "Health",
                Schema.object("The node answers.", required: [("status", ["type": "string", "enum": ["ok"]])])
            ),
            ("OpenAPI", ["type": "object", "description": "An OpenAPI 3.1 document."]), ("Fault", fault),
            ("Problem", problem),
        ]
    }

    private static let version = Schema.object(
        "One version of the configuration.",
        required: [("version", Schema.count), ("appliedAt", Schema.time), ("isCurrent", Schema.boolean)],
        optional: [("source", Schema.string)])

    private static let site = Schema.object(
        "A site, and what its agents do.",
        required: [
            ("id", Schema.name), ("timeZone", Schema.string), ("isOpen", Schema.boolean), ("share", Schema.share),
            ("contacts", Schema.count), ("signedIn", Schema.count), ("idle", Schema.count),
        ],
        optional: [("changesAt", Schema.time), ("reason", Schema.string), ("capacity", Schema.count)])

    private static let calendarTime = Schema.object(
        "An instant, and what the clock on the wall shows.",
        required: [("instant", Schema.time), ("local", Schema.string)])

    private static let calendar = Schema.object(
        "Whether a calendar is open, why, and when it is from then on.",
        required: [
            ("id", Schema.name), ("timeZone", Schema.string), ("at", Schema.reference("CalendarTime")),
            ("isOpen", Schema.boolean), ("reason", Schema.string), ("openSeconds", Schema.seconds),
            (
                "openings",
                Schema.array(
                    Schema.object(
                        "A stretch for which it is open.", required: [("from", Schema.reference("CalendarTime"))],
                        optional: [("until", Schema.reference("CalendarTime"))]))
            ),
        ],
        optional: [
            ("nextChange", Schema.reference("CalendarTime")), ("nextOpening", Schema.reference("CalendarTime")),
        ])

    private static let validation = Schema.object(
        "Everything that is wrong with a configuration.",
        required: [("isValid", Schema.boolean), ("errors", Schema.array(Schema.reference("Fault")))])

    private static let difference = Schema.object(
        "What applying a configuration would change.",
        required: [
            ("version", Schema.count),
            (
                "changes",
                Schema.array(
                    Schema.object(
                        "One change.",
                        required: [
                            ("kind", Schema.words(ConfigurationDifference.Change.Kind.self)), ("path", Schema.string),
                        ],
                        optional: [("before", Schema.string), ("after", Schema.string)]))
            ),
        ])

    private static let finding = Schema.object(
        "Something that somebody should look at.",
        required: [
            ("subject", Schema.string), ("id", Schema.string), ("severity", Schema.string), ("message", Schema.string),
        ],
        optional: [
            (
                "repair",
                Schema.object(
                    "The request that repairs it.",
                    required: [("description", Schema.string), ("method", Schema.string), ("path", Schema.string)])
            )
        ])

    private static let token = Schema.object(
        "A bearer token without its secret.",
        required: [
            ("id", Schema.tokenID), ("label", Schema.string), ("role", Schema.words(Token.Role.self)),
            ("createdAt", Schema.time),
        ],
        optional: [("agent", Schema.name), ("expiresAt", Schema.time), ("lastUsedAt", Schema.time)])

    private static let created = Schema.object(
        "A token and its secret.",
        required: [("token", Schema.reference("Token")), ("secret", Schema.text(pattern: "^sdl_[0-9a-f]{64}$"))])

    private static let fault = Schema.object(
        "One thing that is wrong.", required: [("message", Schema.string)],
        optional: [("field", Schema.string), ("line", Schema.count), ("column", Schema.count)])

    private static let problem = Schema.object(
        "Why a request was not carried out (RFC 9457).",
        required: [
            ("type", Schema.text(pattern: "^urn:sundial:problem:[a-z-]+$")), ("title", Schema.string),
            ("status", Schema.integer(400...599)), ("detail", Schema.string), ("code", Schema.words(ProblemKind.self)),
        ],
        optional: [("errors", Schema.array(Schema.reference("Fault")))])
}
