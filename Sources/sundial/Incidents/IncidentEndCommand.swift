import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial incident end`
struct IncidentEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Has customers told of an incident no more.")

    @Argument(help: "The incident's id: letters, digits, dots, dashes and underscores.")
    var incident: IncidentID

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let applied = try await client.end(incident: incident.name)
            print("\(incident) is over (version \(applied.version) of the configuration).")
        }
    }
}
