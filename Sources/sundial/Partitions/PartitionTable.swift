import GatewayAPI

/// Partitions as people read them, one in a line.
enum PartitionTable {
    static func text(_ partitions: [Status.Partition]) -> String {
        var table = Table(
            "PARTITION", "OWNER", "STATE", ">EPOCH", ">POSITION", ">LAG", ">LIVE CONTACTS", "ROOM", "JOURNAL",
            "RESTS ON")
        for partition in partitions {
            table.add(
                partition.id, Phrase.text(partition.owner), partition.state, "\(partition.epoch)",
                "\(partition.position)", "\(partition.lag)", "\(partition.liveContacts)", partition.journalRoom,
                Phrase.text(partition.journal), partition.durability)
        }
        return table.text(empty: "The center has no partition.")
    }
}
