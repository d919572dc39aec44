import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial node list`
struct NodeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every node of the cluster in a line, as the answering node sees it.",
        discussion: """
            STATE is what the answering node thinks: alive, suspected (not heard for too long: its partitions are taken \
            over), left. STANDING is what the node said of itself: serving, draining, clock-off (its clock is off, it \
            takes nothing over), leaving, client (it is no node and only calls others). OWNS names partitions, each with \
            the number of the ownership. SIGTERM drains a node and ends it.
            """)

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let nodes = try await client.nodes().items
            if read.json { return try Report.json(nodes) }
            var table = Table("NODE", "SITE", "STATE", "STANDING", ">HEARD", ">CLOCK", "OWNS")
            for node in nodes {
                let owned = node.partitions.map { "\($0.id) (\($0.epoch))" }.joined(separator: ", ")
                table.add(
                    node.id, node.site, node.state, node.standing,
                    "\(Phrase.duration(seconds: node.heardSecondsAgo)) ago",
                    Phrase.skew(seconds: node.clockSkewSeconds),
                    owned.isEmpty ? "–" : owned)
            }
            print(table.text(empty: "The node stands alone: it was started without --nats."))
        }
    }
}
