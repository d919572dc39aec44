import ArgumentParser

/// `sundial incident`
struct IncidentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident", abstract: "Has customers told of an outage or the like while it lasts.",
        subcommands: [IncidentListCommand.self, IncidentRaiseCommand.self, IncidentEndCommand.self])
}
