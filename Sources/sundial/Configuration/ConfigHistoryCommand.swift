import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial config history`
struct ConfigHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Shows the versions that are kept, newest first.")

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let versions = try await client.configurationVersions().items
            if read.json { return try Report.json(versions) }
            var table = Table(">VERSION", "APPLIED", "IN FORCE")
            for version in versions {
                table.add("\(version.version)", "\(version.appliedAt)", version.isCurrent ? "yes" : "")
            }
            print(table.text(empty: "No configuration has been applied yet."))
        }
    }
}
