import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial config rollback`
struct ConfigRollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Puts an earlier version into force again, as a new version.",
        discussion: """
            What was closed, shifted or raised as an incident since stays so: see `calendar reopen`, `site back` and \
            `incident end`. The last 20 versions are kept, those that these commands make included.
            """)

    @Argument(help: "The version to go back to; see `sundial config history`.")
    var version: Int

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let current = try await client.configuration().version
            let source = try await client.configuration(version: version).source ?? ""
            let applied = try await client.apply(configuration: source, replacing: current)
            print("Version \(applied.version) is in force; it says what version \(version) said.")
        }
    }
}
