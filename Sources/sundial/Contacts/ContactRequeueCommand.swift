import ArgumentParser
import ContactCenter
import GatewayClient

/// `sundial contact requeue`
struct ContactRequeueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requeue",
        abstract: "Takes a contact from whoever has it and queues it again; it keeps its place by age.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            try await client.requeue(contact.description)
            print("\(contact) is queued again.")
        }
    }
}
