import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial callback request`
struct CallbackRequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Lets the customer of a waiting contact hang up and keep the place.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @Option(help: "Whom to call. (default: the contact's customer)")
    var number: String?

    @Option(help: "The customer's time zone, such as America/New_York: nobody is called at night by that clock.")
    var timeZone: String?

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let request = CallbackRequest(number: number, timeZone: timeZone)
            try await client.requestCallback(for: contact.description, request)
            print("\(contact) keeps its place; its customer is called back.")
        }
    }
}
