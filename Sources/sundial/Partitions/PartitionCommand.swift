import ArgumentParser

/// `sundial partition`
struct PartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partition", abstract: "Shows the partitions of the center, moves and checks them.",
        subcommands: [PartitionListCommand.self, PartitionMoveCommand.self, PartitionCheckCommand.self])
}
