import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial customer list`
struct CustomerListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows customers in the order of their ids.")

    @Option(help: "Begin behind this customer.")
    var after: CustomerID?

    @Option(help: "The most to be shown.")
    var limit = 50

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let page = try await client.customers(after: after?.name, limit: limit)
            if read.json { return try Report.json(page) }
            var table = Table("CUSTOMER", "LABEL", "IDENTITIES", "PREFERS", "LAST CONTACT")
            for customer in page.items {
                table.add(
                    customer.id, Phrase.text(customer.label), Phrase.text(customer.identities.joined(separator: ", ")),
                    Phrase.text(customer.preferredAgent), Phrase.text(customer.lastVisit.map { "\($0.at)" }))
            }
            print(table.text(empty: "There are no customers. Keep one with `sundial customer set ID`."))
            if let next = page.next { print("\nThere are more: add --after \(next)") }
        }
    }
}
