import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial node drain`
struct NodeDrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain",
        abstract: "Hands all partitions of a node over; it stays in the cluster and takes none until resumed.",
        discussion: """
            Any node may be asked. The node goes on answering requests, by passing them on. It is refused while no other \
            node could take over. A node that is restarted is not drained any more.
            """)

    @Argument(help: "The node's name, such as fra-1.")
    var name: String

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let handovers = try await client.drain(node: name).items
            if read.json { return try Report.json(handovers) }
            for handover in handovers { print(Phrase.handover(handover)) }
            print("\(name) is drained\(handovers.isEmpty ? ": it had no partitions" : "").")
            print("Let it take partitions again with: sundial node resume \(name)")
        }
    }
}
