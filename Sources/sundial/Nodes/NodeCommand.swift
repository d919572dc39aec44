import ArgumentParser

/// `sundial node`
struct NodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node", abstract: "Shows the nodes of a cluster, drains and resumes them.",
        subcommands: [NodeListCommand.self, NodeDrainCommand.self, NodeResumeCommand.self])
}
