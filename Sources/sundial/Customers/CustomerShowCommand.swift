import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial customer show`
struct CustomerShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows what is known of a customer.")

    @Argument(help: "The customer's id: letters, digits, dots, dashes and underscores.")
    var customer: CustomerID

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            try CustomerReport.show(try await client.customer(customer.name), asJSON: read.json)
        }
    }
}
