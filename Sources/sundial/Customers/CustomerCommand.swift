import ArgumentParser

/// `sundial customer`
struct CustomerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer", abstract: "Keeps what is known of customers: identities, attributes, preferred agent.",
        subcommands: [
            CustomerListCommand.self, CustomerShowCommand.self, CustomerFindCommand.self, CustomerSetCommand.self,
            CustomerForgetCommand.self,
        ])
}
