import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial incident list`
struct IncidentListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows the incidents that are not over.")

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let incidents = try await client.incidents().items
            if read.json { return try Report.json(incidents) }
            var table = Table("INCIDENT", "SINCE", "UNTIL", "QUEUES", "WHEN", "MESSAGE")
            for incident in incidents {
                table.add(
                    incident.id, "\(incident.from)", Phrase.text(incident.until.map { "\($0)" }, "ended by hand"),
                    Phrase.text(incident.queues.joined(separator: ", "), "all"), Phrase.text(incident.when, "always"),
                    incident.message)
            }
            print(table.text(empty: "There is no incident."))
        }
    }
}
