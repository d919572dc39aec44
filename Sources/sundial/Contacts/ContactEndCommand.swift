import ArgumentParser
import ContactCenter
import GatewayClient

/// `sundial contact end`
struct ContactEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends a contact, whatever its state.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.end(contact.description)
            print("\(contact) has ended.")
        }
    }
}
