import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial incident end`
struct IncidentEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Has customers told of an incident no more.")

    @Argument(help: "The incident's id.")
    var incident: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let applied = try await client.end(incident: incident)
            print("\(incident) is over (version \(applied.version) of the configuration).")
        }
    }
}
