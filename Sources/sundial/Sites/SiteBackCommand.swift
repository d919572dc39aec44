import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial site back`
struct SiteBackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "back", abstract: "Brings all traffic back to a site that some was kept away from.")

    @Argument(help: "The site's id.")
    var site: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { try await Self.bringBack(site, by: $0) }
    }

    /// Brings all traffic back, and says so.
    static func bringBack(_ site: String, by client: GatewayClient) async throws {
        let applied = try await client.bringBack(site: site)
        print("\(site) has all of its traffic again (version \(applied.version) of the configuration).")
    }
}
