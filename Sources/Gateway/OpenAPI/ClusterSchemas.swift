import GatewayAPI

/// Schemas of nodes, partitions and what is done with them.
enum ClusterSchemas {
    static var all: [(String, JSONValue)] {
        [
            ("Status", status), ("Node", node), ("NodePage", Schema.page("Node")), ("PartitionCheck", check),
            ("Restoration", restoration), ("Handover", handover), ("HandoverPage", Schema.page("Handover")),
        ]
    }

    private static let partitionStates = Schema.words([
        "stopped", "recovering", "serving", "stalled", "draining", "unowned", "silent",
    ])

    private static let partition = Schema.object(
        "One partition.",
        required: [
            .init("id", Schema.partitionID, "Its name, such as fra.0."),
            .init(
                "state", partitionStates,
                "What its host is doing; unowned when nobody owns it, silent when its owner does not answer."),
            .init(
                "epoch", Schema.count,
                "The number of its present ownership; of the last known when nobody answers, 0 when none is known."),
            .init(
                "position", Schema.count,
                "Sequence of the last durable record of its journal; the last known when nobody answers."),
            .init("lag", Schema.count, "Records that are decided on and not yet durable."),
            .init("durability", Schema.string, "What the journal rests on: alone, stretched R3, island R1 and so on."),
            .init("promise", Schema.string, "What that means when the site is cut off, in sentences."),
            .init("journalRoom", Schema.string, "What the journal's store has left: plenty or low."),
            .init("liveContacts", Schema.count, "Contacts that have not ended; 0 when nobody answers."),
        ],
        optional: [
            .init("owner", Schema.string, "The node that owns it; absent when none is known to."),
            .init(
                "journal", Schema.string,
                "What its journal is written to: memory, sqlite-sync, or jetstream-r and the count of servers that "
                    + "hold it; absent when nobody answers."),
            .init("trouble", Schema.string, "What is wrong; absent when nothing is."),
        ])

    private static let site = Schema.object(
        "One site.",
        required: [
            .init("id", Schema.string, "Its name."),
            .init("nodesUp", Schema.count, "Its nodes that are alive; 1 where the answering node stands alone."),
            .init("nodes", Schema.count, "All of its nodes that are known."),
            .init("partitions", Schema.array(Schema.partitionID), "Names of its partitions."),
            .init("liveContacts", Schema.count, "Contacts in its partitions that have not ended."),
        ])

    private static let clock = Schema.object(
        "Business time.",
        required: [
            .init("now", Schema.time, "Business time when this was answered."),
            .init("rate", Schema.number, "How many seconds of business time pass in a second."),
        ])

    private static let status = Schema.object(
        "The cluster at a glance.",
        required: [
            .init("node", Schema.string, "Name of the node that answers."),
            .init("version", Schema.string, "The program's version."),
            .init("startedAt", Schema.time, "When the node was started, by its machine's clock."),
            .init("clock", clock, "The center's clock."),
            .init("sites", Schema.array(site), "The sites that have partitions or nodes, by name."),
            .init(
                "nodes", Schema.array(Schema.reference("Node")),
                "The nodes of the cluster as this one sees them; none where it stands alone."),
            .init("partitions", Schema.array(partition), "All partitions of the center, in their order."),
            .init("streams", Schema.count, "Event streams that are open at the node that answers."),
        ],
        optional: [
            .init(
                "configurationVersion", Schema.count,
                "The configuration in force; 0 when there is none yet, absent while no partition is served.")
        ])

    private static let ownership = Schema.object(
        "A partition that it owns.",
        required: [
            .init("id", Schema.string, "Name of the partition."),
            .init("epoch", Schema.count, "The number of the ownership."),
            .init(
                "position", Schema.count,
                "Sequence of the last record of the journal that the owner knew to be durable."),
        ])

    private static let node = Schema.object(
        "A node of the cluster, as the answering node sees it.",
        required: [
            .init("id", Schema.string, "Its name."),
            .init("site", Schema.string, "Its site."),
            .init(
                "state", Schema.words(["alive", "suspected", "left"]),
                "What the answering node thinks of it; suspected when it was not heard for too long."),
            .init(
                "standing", Schema.words(["serving", "draining", "clock-off", "leaving", "client"]),
                "What it last said of itself; client when it is no node."),
            .init("heardSecondsAgo", Schema.seconds, "Seconds since it was last heard."),
            .init(
                "clockSkewSeconds", Schema.seconds,
                "By how many seconds its clock is ahead of the answering node's; below zero when it is behind."),
            .init("partitions", Schema.array(ownership), "The partitions that it owned when it was last heard."),
        ],
        optional: [
            .init(
                "version", Schema.string,
                "The version of its program; absent where it was not asked, or does not answer."),
            .init(
                "startedAt", Schema.time,
                "When it was started, by its machine's clock; absent where it was not asked, or does not answer."),
            .init(
                "freeBytes", Schema.count,
                "Bytes left on the disk of its data folder; absent where it was not asked, or cannot tell."),
        ])

    private static let restoration = Schema.object(
        "That a partition's state was put back.",
        required: [
            .init("partition", Schema.partitionID, "Name of the partition."),
            .init(
                "generation", Schema.count, "Number of the journal it goes on in; 1 is a partition's first."),
            .init(
                "sealedAt", Schema.count, "Sequence of the last record of the journal before, which says so."),
            .init(
                "position", Schema.count,
                "Sequence in the new journal behind which it goes on; always beyond the old journal's end."),
            .init(
                "liveContacts", Schema.count, "Contacts that had not ended in the state that was put back."),
        ])

    private static let handover = Schema.object(
        "That a partition has come to another node.",
        required: [
            .init("partition", Schema.partitionID, "Name of the partition."),
            .init("from", Schema.string, "The node that had it."),
            .init(
                "seconds", Schema.seconds,
                "Seconds from the beginning until it was served again; callers waited no longer."),
        ],
        optional: [
            .init("to", Schema.string, "The node that has it now; absent when none had taken it over yet."),
            .init("epoch", Schema.count, "The number of the present ownership; absent when there is none."),
        ])

    private static let copy = Schema.object(
        "A copy of the journal beside the one that answered.",
        required: [
            .init("name", Schema.string, "The stream and the server that holds it."),
            .init("isCurrent", Schema.boolean, "Whether it has everything."),
            .init("lag", Schema.count, "By how many entries it is behind."),
        ],
        optional: [
            .init("heardSecondsAgo", Schema.seconds, "Seconds since it was last heard; absent when it is away.")
        ])

    private static let check = Schema.object(
        "What comparing a partition's live state with its journal has shown.",
        required: [
            .init("partition", Schema.partitionID, "Name of the partition, such as fra.0."),
            .init(
                "isEqual", Schema.boolean,
                "Whether live state, replayed journal, snapshots and all copies of the journal agree."),
            .init(
                "differences", Schema.array(Schema.string),
                "What is different, a sentence each; empty when nothing is."),
            .init("epoch", Schema.count, "The number of the ownership whose state was compared."),
            .init(
                "position", Schema.count, "Sequence of the durable record behind which the states were compared."),
            .init("records", Schema.count, "Records that were replayed."),
            .init(
                "voidRecords", Schema.count,
                "Those of them that were void: written by somebody who did not own the partition."),
            .init("events", Schema.count, "Events in the records."),
            .init(
                "snapshots", Schema.count,
                "Later snapshots that hold what the replay had come to at their place."),
            .init("bytes", Schema.count, "Bytes of the live state."),
            .init(
                "store", Schema.string, "Where the journal is: a file, or a stream and the server that leads it."),
            .init("copies", Schema.array(copy), "The journal's other copies; empty when there are none."),
            .init("seconds", Schema.seconds, "How long it took, in seconds."),
        ],
        optional: [
            .init(
                "start", Schema.count,
                "Sequence of the snapshot that the replay began with; absent when it began with the first record.")
        ])
}
