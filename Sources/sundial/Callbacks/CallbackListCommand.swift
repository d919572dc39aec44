import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial callback list`
struct CallbackListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows whom is to be called back at a time, and who is being called.",
        discussion: "Those that wait for their turn are among `sundial contact list --state queued`.")

    @Option(help: "Only contacts of this queue.")
    var queue: String?

    @Option(help: "The most of each kind to be shown.")
    var limit = 100

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let dialing = try await client.contacts(queue: queue, state: .dialing, limit: limit).items
            let scheduled = try await client.contacts(queue: queue, state: .scheduled, limit: limit).items
            let contacts = dialing + scheduled.sorted { Self.due($0) < Self.due($1) }
            if read.json { return try Report.json(contacts) }
            var table = Table("CONTACT", "QUEUE", "STATE", "NUMBER", "DUE", ">CALLS", "LAST")
            for contact in contacts {
                guard let callback = contact.callback else { continue }
                table.add(
                    contact.id, contact.queue, contact.state.rawValue, callback.number,
                    callback.due?.description ?? "–", "\(callback.attempts)",
                    Phrase.text(callback.lastOutcome?.rawValue))
            }
            print(table.text(empty: "Nobody is to be called back at a time."))
        }
    }

    private static func due(_ contact: Contact) -> Int64 { contact.callback?.due?.microseconds ?? .max }
}
