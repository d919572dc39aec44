import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial incident raise`
struct IncidentRaiseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Has customers told of an incident from now on, at every site.",
        discussion: """
            They are told on their contact's stream and, if they come in while it lasts, in the answer to opening the contact. \
            Raising it again replaces the incident before.
            """)

    @Argument(help: "An id for the incident, such as shop-outage: letters, digits, dots, dashes and underscores.")
    var incident: IncidentID

    @Option(help: "What they are told.")
    var message: String

    @Option(help: "Whose contacts, such as \"topic == 'shop'\". (default: all)")
    var when: String?

    @Option(help: "Only contacts of this queue; may be repeated. (default: all)")
    var queue: [String] = []

    @Option(help: "When it is over, such as 2026-12-24T08:00:00Z. (default: when it is ended)")
    var until: DateTime?

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let request = IncidentRequest(
                message: message, when: when, queues: queue.isEmpty ? nil : queue, until: until)
            let applied = try await client.raise(incident: incident.name, request)
            print("Customers are told of \(incident) (version \(applied.version) of the configuration).")
            print("End it with: sundial incident end \(incident)")
        }
    }
}
