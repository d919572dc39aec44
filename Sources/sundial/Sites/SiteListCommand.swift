import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial site list`
struct SiteListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Shows every site: whether it is open, how much traffic it has, who is there.")

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let sites = try await client.sites()
            if read.json { return try Report.json(sites) }
            var table = Table("SITE", "OPEN", "CHANGES", ">TRAFFIC", ">CONTACTS", ">SIGNED IN", ">IDLE", "WHY")
            for site in sites {
                let limit = site.capacity.map { " of \($0)" } ?? ""
                table.add(
                    site.id, site.isOpen ? "yes" : "no", site.changesAt.map { "\($0)" } ?? "never",
                    Phrase.share(site.share), "\(site.contacts)\(limit)", "\(site.signedIn)",
                    "\(site.idle)", Phrase.text(site.reason))
            }
            print(table.text(empty: "There are no sites; no configuration is in force."))
        }
    }
}
