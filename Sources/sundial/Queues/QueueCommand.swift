import ArgumentParser

/// `sundial queue`
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Shows queues and their live figures.",
        subcommands: [QueueListCommand.self, QueueShowCommand.self])
}
