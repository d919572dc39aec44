import ArgumentParser

/// `sundial partition`
struct PartitionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partition", abstract: "Checks the partitions of the center.",
        subcommands: [PartitionCheckCommand.self])
}
