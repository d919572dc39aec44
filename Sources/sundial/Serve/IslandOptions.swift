import ArgumentParser
import Center
import ClusterNATS
import ContactCenter

/// Which sites go on alone when they are cut off, and what every site's journals rest on.
struct IslandOptions: ParsableArguments {
    /// The JetStream domain of the servers that stretched sites share, where there are islands too.
    private static let hub = "hub"

    @Option(
        help: ArgumentHelp(
            "Over how many NATS servers, of several sites, a journal is replicated when it is first made: 1, 3 or 5."))
    var replicas = 1

    @Option(
        name: .customLong("islands"),
        help: ArgumentHelp(
            "Sites, such as syd,per, whose NATS servers are a JetStream domain of their own, named for the site, and join "
                + "the others' as leaf nodes: cut off, such a site goes on alone. The others' servers are the domain hub "
                + "then. The same on every node, and for ever.", valueName: "names"))
    var islandList: String?

    @Option(help: "Over how many NATS servers of an island its journals are replicated when they are first made.")
    var islandReplicas = 1

    func validate() throws {
        if ![1, 3, 5].contains(replicas) { throw ValidationError("--replicas takes 1, 3 or 5.") }
        if ![1, 3, 5].contains(islandReplicas) { throw ValidationError("--island-replicas takes 1, 3 or 5.") }
        for site in islands {
            if site == Self.hub || site.contains(".") || !SiteID(site).isValid {
                throw ValidationError(
                    "--islands takes sites whose names can be JetStream domains: letters, digits, dashes and "
                        + "underscores, and not \(Self.hub); `\(site)` is none.")
            }
        }
    }

    /// The sites that go on alone.
    var islands: [String] {
        islandList.map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } } ?? []
    }

    /// What the journals of a site rest on.
    func durability(of site: SiteID) -> Durability {
        if islands.contains(site.name) { return Durability(.island, replicas: islandReplicas) }
        return replicas == 1 ? .alone : Durability(.stretched, replicas: replicas)
    }

    /// The JetStream domain with the journals of a site; nil for that of whichever server a node is connected to.
    func domain(of site: String) -> String? {
        if islands.isEmpty { return nil }
        return islands.contains(site) ? site : Self.hub
    }
}
