import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial customer set`
struct CustomerSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Keeps a customer, in the place of the one of that id.",
        discussion: """
            What is not given here is known of the customer no more: give all of it each time.

            Every contact of the customer has the attributes given here, unless it brings others of the same names; the rules \
            of the configuration may ask for them.
            """)

    @Argument(help: "The customer's id: letters, digits, dots, dashes and underscores.")
    var customer: CustomerID

    @Option(help: "A name for people.")
    var label: String?

    @Option(help: "A phone number, an e-mail address or a web id; may be repeated.")
    var identity: [String] = []

    @OptionGroup var given: AttributeOptions

    @Option(help: "Who is preferred for the customer's contacts.")
    var preferredAgent: String?

    @OptionGroup var node: NodeOptions

    func run() async throws {
        let request = CustomerRequest(
            label: label, identities: identity, attributes: try given.values(), preferredAgent: preferredAgent)
        try await node.withClient { client in
            try await client.keep(customer: customer.name, request)
            print("Customer \(customer) is kept; every partition knows it within seconds.")
        }
    }
}
