import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial partition move`
struct PartitionMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Hands a partition over to a node by name, and waits until it is served there.",
        discussion: """
            It stays there for as long as that node lives and is not drained; when the node ends, the cluster places it \
            anew. Callers wait for less than half a second.
            """)

    @Argument(help: "The partition's name, such as fra.0.")
    var partition: String

    @Option(name: .customLong("to"), help: "The node that is to own it, such as fra-2.")
    var heir: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let handover = try await client.move(partition: partition, to: heir)
            if read.json { return try Report.json(handover) }
            print(handover.from == heir ? "\(partition) is owned by \(heir) already." : Phrase.handover(handover))
        }
    }
}
