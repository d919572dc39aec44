public import ArgumentParser
import ContactCenter
public import GatewayAPI
import GatewayClient

/// `sundial contact list`
struct ContactListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows contacts in the order of their ids.")

    @Option(help: "Only contacts of this queue.")
    var queue: String?

    @Option(help: "Only contacts in this state: queued, offered, connected, held, wrap-up, ended, scheduled, dialing.")
    var state: Contact.State?

    @Option(help: "Only contacts that this agent has or is offered.")
    var agent: String?

    @Option(help: "Begin behind this contact, such as c0-17.")
    var after: ContactID?

    @Option(help: "The most to be shown.")
    var limit = 50

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let page = try await client.contacts(
                queue: queue, state: state, agent: agent, after: after?.description, limit: limit)
            if read.json { return try Report.json(page) }
            let now = try await client.status().clock.now
            var table = Table("CONTACT", "CHANNEL", "QUEUE", "STATE", "AGENT", "CUSTOMER", ">PRIORITY", "SINCE OPENED")
            for contact in page.items {
                table.add(
                    contact.id, contact.channel.rawValue, contact.queue, contact.state.rawValue,
                    Phrase.text(contact.agent), Phrase.text(contact.customer), "\(contact.priority)",
                    Phrase.age(of: contact.openedAt, at: now))
            }
            print(table.text(empty: "No contact is like that."))
            if let next = page.next { print("\nThere are more: add --after \(next)") }
        }
    }
}

extension Contact.State: ExpressibleByArgument {}
