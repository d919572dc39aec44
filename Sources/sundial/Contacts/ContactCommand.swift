import ArgumentParser

/// `sundial contact`
struct ContactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "Opens and shows contacts, explains them, and helps those that are stuck.",
        subcommands: [
            ContactOpenCommand.self, ContactListCommand.self, ContactShowCommand.self, ContactExplainCommand.self,
            ContactRequeueCommand.self, ContactEndCommand.self,
        ])
}
