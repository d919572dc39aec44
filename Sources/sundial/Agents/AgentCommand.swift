import ArgumentParser

/// `sundial agent`
struct AgentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent", abstract: "Shows agents and changes what they are.",
        subcommands: [AgentListCommand.self, AgentShowCommand.self, AgentSetCommand.self])
}
