import GatewayAPI

/// Schemas of nodes, partitions and what is done with them.
enum ClusterSchemas {
    static var all: [(String, JSONValue)] {
        [("PartitionCheck", check)]
    }

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
