import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial config show`
struct ConfigShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints the configuration in force, or an earlier version, as it was written.")

    @Option(help: "The version to print.")
    var version: Int?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let shown: ConfigurationVersion
            if let version {
                shown = try await client.configuration(version: version)
            } else {
                shown = try await client.configuration()
            }
            if read.json { return try Report.json(shown) }
            print(shown.source ?? "", terminator: "")
        }
    }
}
