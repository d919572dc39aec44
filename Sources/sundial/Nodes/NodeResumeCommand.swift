import ArgumentParser
import GatewayClient

/// `sundial node resume`
struct NodeResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Lets a node that was drained take partitions over again.",
        discussion:
            "Those that other nodes own meanwhile stay where they are; `sundial partition move` brings them back.")

    @Argument(help: "The node's name, such as fra-1.")
    var name: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.resume(node: name)
            print("\(name) takes partitions over again. Those that others own stay where they are.")
        }
    }
}
