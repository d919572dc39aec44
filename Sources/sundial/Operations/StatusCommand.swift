import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial status`
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows the node and its partitions at a glance.")

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let status = try await client.status()
            if read.json { return try Report.json(status) }
            print("Node           \(status.node), version \(status.version)")
            print("Up             \(Phrase.age(of: status.startedAt, at: .machineNow))")
            print(
                "Business time  \(status.clock.now)\(status.clock.rate == 1 ? "" : ", \(status.clock.rate) times as fast")"
            )
            print("Configuration  \(Self.configuration(status))")
            print("Event streams  \(status.streams)\n")
            print(Self.partitions(status))
            for partition in status.partitions {
                if let trouble = partition.trouble { print("\n\(partition.id): \(trouble)") }
            }
        }
    }

    private static func configuration(_ status: Status) -> String {
        switch status.configurationVersion {
        case nil: "not known: no partition is served"
        case 0: "none yet"
        case let version?: "version \(version)"
        }
    }

    private static func partitions(_ status: Status) -> String {
        var table = Table("PARTITION", "STATE", ">EPOCH", ">POSITION", ">LIVE CONTACTS", "ROOM")
        for partition in status.partitions {
            table.add(
                partition.id, partition.state, "\(partition.epoch)", "\(partition.position)",
                "\(partition.liveContacts)", partition.journalRoom)
        }
        return table.text(empty: "The node owns no partition.")
    }
}
