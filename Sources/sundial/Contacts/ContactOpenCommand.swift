import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial contact open`
struct ContactOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens a contact: a customer comes in, and waits in a queue.",
        discussion: """
            The customer waits on the line; `sundial callback book` opens a contact of one who is called back.

            Example:
              sundial contact open sales --channel chat --customer lena@example.org --attribute tier=gold
            """)

    @Argument(help: "The queue's id.")
    var queue: String

    @Option(help: "The channel that it comes in on.")
    var channel = ContactChannel.voice

    @Option(help: "Phone number, e-mail address or web id of the customer.")
    var customer: String?

    @OptionGroup var given: AttributeOptions

    @Option(help: "What it asks of an agent, such as \"language.fr >= 3\". (default: what the queue asks)")
    var requirement: String?

    @Option(parsing: .unconditional, help: "-1000 to 1000, higher goes first. (default: the queue's)")
    var priority: Int?

    @Option(help: "Who gets it if free at once.")
    var preferredAgent: String?

    @Option(help: "The session that it goes on, such as s0-3. (default: a new one)")
    var session: String?

    @Option(help: "The site that keeps it. (default: any that is no island)")
    var site: String?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        let attributes = try given.values()
        let request = OpenContactRequest(
            channel: channel, queue: queue, customer: customer, attributes: attributes.isEmpty ? nil : attributes,
            requirement: requirement, priority: priority, preferredAgent: preferredAgent, session: session, site: site)
        try await node.withClient { client in
            let opened = try await client.openContact(request)
            if read.json { return try Report.json(opened) }
            print("Contact       \(opened.contact), session \(opened.session)")
            if let callback = opened.callback { print("Callback      to \(callback.number)") }
            for told in Self.told(opened) { print("To be told    \(told)") }
            // It is open, whether or not it can be read now: who repeated the command would open another.
            let contact = try? await client.contact(opened.contact)
            let state = contact.map { "\($0.state.rawValue) in \($0.queue)" }
            print("State         \(state ?? "not told by the node now")")
        }
    }

    /// What whoever made the contact is to tell the customer.
    private static func told(_ opened: OpenedContact) -> [String] {
        [opened.message?.acknowledgement, opened.sentAway].compactMap(\.self)
            + (opened.incidents ?? []).map(\.message)
    }
}
