import ArgumentParser
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

    @Argument(help: "The customer's id.")
    var customer: String

    @Option(help: "A name for people.")
    var label: String?

    @Option(help: "A phone number, an e-mail address or a web id; may be repeated.")
    var identity: [String] = []

    @Option(help: "An attribute as NAME=VALUE; a number, true and false are taken as such. May be repeated.")
    var attribute: [String] = []

    @Option(help: "Who is preferred for the customer's contacts.")
    var preferredAgent: String?

    @OptionGroup var node: NodeOptions

    func run() async throws {
        let request = CustomerRequest(
            label: label, identities: identity, attributes: try attributes(), preferredAgent: preferredAgent)
        try await node.withClient { client in
            try await client.keep(customer: customer, request)
            print("Customer \(customer) is kept; every partition knows it within seconds.")
        }
    }

    private func attributes() throws -> [String: ContactAttribute] {
        var attributes: [String: ContactAttribute] = [:]
        for written in attribute {
            guard let sign = written.firstIndex(of: "="), sign > written.startIndex else {
                throw ValidationError("`\(written)` is no attribute; write it as NAME=VALUE, such as tier=gold.")
            }
            let value = String(written[written.index(after: sign)...])
            attributes[String(written[..<sign])] = Self.value(value)
        }
        return attributes
    }

    private static func value(_ text: String) -> ContactAttribute {
        if let truth = Bool(text) { return .truth(truth) }
        if let number = Double(text), number.isFinite { return .number(number) }
        return .text(text)
    }
}
