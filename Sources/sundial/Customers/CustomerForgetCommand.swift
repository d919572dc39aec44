import ArgumentParser
import GatewayClient

/// `sundial customer forget`
struct CustomerForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Forgets a customer; contacts that are there keep what they have.")

    @Argument(help: "The customer's id.")
    var customer: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.forget(customer: customer)
            print("Customer \(customer) is forgotten.")
        }
    }
}
