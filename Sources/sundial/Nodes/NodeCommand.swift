import ArgumentParser

/// `sundial node`
struct NodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node", abstract: "Shows the nodes of a cluster.", subcommands: [NodeListCommand.self])
}
