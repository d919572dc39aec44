import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial partition list`
struct PartitionListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every partition in a line: owner, epoch, journal, contacts.",
        discussion: """
            STATE is serving; recovering, draining, stopped; stalled (appends fail, new work is refused), unowned (nobody \
            owns it) or silent (its owner does not answer). LAG counts records that are decided on and not yet durable.
            """)

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let partitions = try await client.status().partitions
            if read.json { return try Report.json(partitions) }
            print(PartitionTable.text(partitions))
        }
    }
}
