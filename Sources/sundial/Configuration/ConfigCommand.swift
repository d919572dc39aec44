import ArgumentParser

/// `sundial config`
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Checks, compares, applies and goes back to configurations.",
        subcommands: [
            ConfigValidateCommand.self, ConfigDiffCommand.self, ConfigApplyCommand.self, ConfigShowCommand.self,
            ConfigHistoryCommand.self, ConfigRollbackCommand.self,
        ])
}
