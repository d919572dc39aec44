import ArgumentParser
import GatewayClient

/// `sundial callback cancel`
struct CallbackCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Ends a contact whose customer does not want to be called back any more.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.cancelCallback(of: contact)
            print("Nobody is called back for \(contact) any more.")
        }
    }
}
