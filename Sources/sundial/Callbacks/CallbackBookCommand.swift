public import ArgumentParser
public import GatewayAPI
import GatewayClient

/// `sundial callback book`
struct CallbackBookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "Opens a contact whose customer is called back, at a slot or as soon as may be.")

    @Argument(help: "The queue's id.")
    var queue: String

    @Option(help: "Whom to call.")
    var number: String

    @Option(
        help: """
            The beginning of the slot, in UTC as `sundial callback slots` shows it, or with any offset: \
            2026-12-24T08:00:00Z is 2026-12-24T09:00:00+01:00. (default: when its turn comes)
            """)
    var at: DateTime?

    @Option(help: "The customer's time zone, such as America/New_York.")
    var timeZone: String?

    @Option(help: "The channel on which agents are offered it.")
    var channel = ContactChannel.voice

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let callback = CallbackRequest(number: number, slot: at, timeZone: timeZone)
            let opened = try await client.openContact(
                OpenContactRequest(channel: channel, queue: queue, customer: number, callback: callback))
            let due = opened.callback?.due.map { "at \($0)" } ?? "when its turn comes"
            print("\(opened.contact): \(number) is called back \(due).")
        }
    }
}

extension ContactChannel: ExpressibleByArgument {}
