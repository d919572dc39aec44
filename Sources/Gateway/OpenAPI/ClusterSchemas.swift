import GatewayAPI

/// Schemas of nodes, partitions and what is done with them.
enum ClusterSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("Status", status), ("Node", node), ("NodePage", Schema.page("Node")), ("PartitionCheck", check),
            ("Restoration", restoration), ("Handover", handover), ("HandoverPage", Schema.page("Handover")),
        ]
    }

    private static let partition = Schema.object(
        "One partition.",
        required: [
            ("id", Schema.partitionID),
            (
                "state",
                [
                    "type": "string",
                    "enum": [
                        "stopped", "recovering", "serving", "stalled", "draining", "unowned", "silent",
                    ],
                ]
            ), ("epoch", Schema.count), ("position", Schema.count), ("lag", Schema.count),
            ("durability", Schema.string), ("promise", Schema.string), ("journalRoom", Schema.string),
            ("liveContacts", Schema.count),
        ],
        optional: [("owner", Schema.string), ("journal", Schema.string), ("trouble", Schema.string)])

    private static let site = Schema.object(
        "One site.",
        required: [
            ("id", Schema.string), ("nodesUp", Schema.count), ("nodes", Schema.count),
            ("partitions", Schema.array(Schema.partitionID)), ("liveContacts", Schema.count),
        ])

    private static let status = Schema.object(
        "The cluster at a glance.",
        required: [
            ("node", Schema.string), ("version", Schema.string), ("startedAt", Schema.time),
            (
                "clock",
                Schema.object("Business time.", required: [("now", Schema.time), ("rate", ["type": "number"])])
            ),
            ("sites", Schema.array(site)), ("nodes", Schema.array(Schema.reference("Node"))),
            ("partitions", Schema.array(partition)), ("streams", Schema.count),
        ],
        optional: [("configurationVersion", Schema.count)])

    private static let node = Schema.object(
        "A node of the cluster, as the answering node sees it.",
        required: [
            ("id", Schema.string), ("site", Schema.string),
            ("state", ["type": "string", "enum": ["alive", "suspected", "left"]]),
            ("standing", ["type": "string", "enum": ["serving", "draining", "clock-off", "leaving", "client"]]),
            ("heardSecondsAgo", ["type": "number"]), ("clockSkewSeconds", ["type": "number"]),
            (
                "partitions",
                Schema.array(
                    Schema.object(
                        "A partition that it owns.",
                        required: [("id", Schema.string), ("epoch", Schema.count), ("position", Schema.count)]))
            ),
        ],
        optional: [("version", Schema.string), ("startedAt", Schema.time), ("freeBytes", Schema.count)])

    private static let restoration = Schema.object(
        "That a partition's state was put back.",
        required: [
            ("partition", Schema.partitionID), ("generation", Schema.count), ("sealedAt", Schema.count),
            ("position", Schema.count), ("liveContacts", Schema.count),
        ])

    private static let handover = Schema.object(
        "That a partition has come to another node.",
        required: [("partition", Schema.partitionID), ("from", Schema.string), ("seconds", Schema.seconds)],
        optional: [("to", Schema.string), ("epoch", Schema.count)])

    private static let copy = Schema.object(
        "A copy of the journal beside the one that answered.",
        required: [("name", Schema.string), ("isCurrent", Schema.boolean), ("lag", Schema.count)],
        optional: [("heardSecondsAgo", Schema.seconds)])

    private static let check = Schema.object(
        "What comparing a partition's live state with its journal has shown.",
        required: [
            ("partition", Schema.partitionID), ("isEqual", Schema.boolean),
            ("differences", Schema.array(Schema.string)), ("epoch", Schema.count), ("position", Schema.count),
            ("records", Schema.count), ("voidRecords", Schema.count), ("events", Schema.count),
            ("snapshots", Schema.count), ("bytes", Schema.count), ("store", Schema.string),
            ("copies", Schema.array(copy)), ("seconds", Schema.seconds),
        ],
        optional: [("start", Schema.count)])
}
