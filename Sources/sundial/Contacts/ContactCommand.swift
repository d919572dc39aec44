import ArgumentParser

/// `sundial contact`
struct ContactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "Shows contacts, explains them, and helps those that are stuck.",
        subcommands: [
            ContactListCommand.self, ContactShowCommand.self, ContactExplainCommand.self, ContactRequeueCommand.self,
            ContactEndCommand.self,
        ])
}
