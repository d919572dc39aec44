import ArgumentParser
import ContactCenter
import GatewayClient

/// `sundial customer forget`
struct CustomerForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Forgets a customer; contacts that are there keep what they have.")

    @Argument(help: "The customer's id: letters, digits, dots, dashes and underscores.")
    var customer: CustomerID

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.forget(customer: customer.name)
            print("Customer \(customer) is forgotten.")
        }
    }
}
