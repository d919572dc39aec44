import ArgumentParser
import ContactCenter
import GatewayClient

/// `sundial callback cancel`
struct CallbackCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Ends a contact whose customer does not want to be called back any more.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.cancelCallback(of: contact.description)
            print("Nobody is called back for \(contact) any more.")
        }
    }
}
