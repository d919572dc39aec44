import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial site shift`
struct SiteShiftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift",
        abstract: "Keeps all traffic, or all but a share, away from a site from now on, in every queue.",
        discussion: """
            Without --share its agents are offered nothing any more, and what is offered there and not yet accepted \
            goes to other sites; with --share they may have that share of the contacts, or of what all open sites have \
            where each of these has a share. What they have in hand stays with them. Shifting again with a larger \
            share brings traffic back in steps. What is kept away is so until `sundial site back`, whatever \
            configuration is applied meanwhile.
            """)

    @Argument(help: "The site's id.")
    var site: String

    @Option(help: "The percentage of its contacts that the site is left with, 0 to 100.")
    var share = 0

    @Option(help: "Why: a sentence for people.")
    var reason = "Traffic shifted by an administrator."

    @OptionGroup var node: NodeOptions

    func validate() throws {
        guard (0...100).contains(share) else { throw ValidationError("--share takes a percentage from 0 to 100.") }
    }

    func run() async throws {
        try await node.withClient { client in
            guard share < 100 else { return try await SiteBackCommand.bringBack(site, by: client) }
            let applied = try await client.shift(site: site, ShiftRequest(share: share, reason: reason))
            print("\(site) is left with \(share) % of its traffic (version \(applied.version) of the configuration).")
            let step = "sundial site shift \(site) --share \((share + 100) / 2)"
            print("Bring it back in steps with \(step), or at once with sundial site back \(site)")
        }
    }
}
