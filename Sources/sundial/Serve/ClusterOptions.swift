import ArgumentParser
import Center
import Cluster
import ClusterNATS
import ContactCenter

/// How a node joins a cluster.
struct ClusterOptions: ParsableArguments {
    @Option(
        name: .customLong("nats"),
        help: ArgumentHelp(
            "Address of a NATS server, such as nats://nats-1:4222; of several, separated by commas or each given with its "
                + "own --nats, the nearest first. With it the node joins a cluster, and the journal is in JetStream.",
            valueName: "url"))
    var serverLists: [String] = []

    @Option(
        name: .customLong("cluster"),
        help: "Name of the cluster: several may share NATS servers. Letters, digits, dashes and underscores.")
    var clusterName = "sundial"

    @Option(
        name: .customLong("sites"),
        help: ArgumentHelp(
            "The cluster's sites, such as fra,nyc,syd: the same on every node and always in this order, new ones at the "
                + "end. Without it the node's own site is the only one.", valueName: "names"))
    var siteList: String?

    @Option(help: "Over how many partitions each site is spread: the same on every node, and for ever.")
    var partitionsPerSite = 1

    @Flag(
        help: ArgumentHelp(
            "The node's site has no partitions: it answers for the center, and owns a partition only while no node of "
                + "the sites lives."))
    var front = false

    @Option(
        help: ArgumentHelp(
            "How many appends to a journal may be under way at once, 1 to 7: more than one helps where NATS servers that "
                + "replicate it are far apart.", valueName: "number"))
    var appendsInFlight = 1

    @OptionGroup var promise: IslandOptions

    @Flag(help: "Refuse NATS servers that are not fit for production.")
    var production = false

    @OptionGroup var access: NATSAccess

    /// Whether the node is one of a cluster.
    var isMember: Bool { !serverLists.isEmpty }

    /// Bounds and paces of a partition's host.
    var limits: PartitionLimits {
        var limits = PartitionLimits()
        limits.appendsInFlight = appendsInFlight
        return limits
    }

    /// How a partition's journal is kept.
    func journal(of place: CenterLayout.Place) -> JetStreamOptions {
        var options = JetStreamOptions(cluster: clusterName)
        options.replicas = place.durability.replicas
        options.domain = promise.domain(of: place.partition.site)
        options.production = production
        return options
    }

    /// How the tokens that a node of `site` takes are kept: an island's apart from those of all others, so that it needs
    /// nobody else to let its people in.
    func tokens(for site: String, _ layout: CenterLayout) -> JetStreamOptions {
        journal(of: layout.places.first { layout.mayOwn($0, site: site) } ?? layout.places[0])
    }

    func validate() throws {
        if !clusterName.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            || !(1...64).contains(clusterName.count)
        {
            throw ValidationError("--cluster takes 1 to 64 letters, digits, dashes and underscores.")
        }
        if !(1...64).contains(partitionsPerSite) { throw ValidationError("--partitions-per-site takes 1 to 64.") }
        if !(1..<Succession.reach).contains(appendsInFlight) {
            throw ValidationError("--appends-in-flight takes 1 to \(Succession.reach - 1).")
        }
        if servers.contains(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) {
            throw ValidationError(
                "--nats takes addresses such as nats://nats-1:4222, without spaces; of several, separated by commas.")
        }
        try checkSites()
    }

    /// The cluster's partitions, for a node of `site`.
    ///
    /// - Throws: `ValidationError` when that site is not one that the node may be of.
    func layout(for site: String) throws -> CenterLayout {
        let sites = named ?? [site]
        guard sites.contains(site) != front else {
            throw ValidationError(
                front
                    ? "The site \(site) has partitions, as --sites says, so its nodes serve them: leave --front out."
                    : "The node's site \(site) is none of the cluster's sites \(sites.joined(separator: ", ")). Name one "
                        + "of them with --site, add it at the end of --sites on every node, or give --front to a node "
                        + "that is to own no partition.")
        }
        return CenterLayout(
            sites: sites.map { SiteID($0) }, partitionsAtEach: partitionsPerSite, durability: promise.durability)
    }

    /// How `node` connects to NATS.
    func connecting(as node: String) -> NATSOptions {
        access.connecting(to: servers, as: node)
    }

    private var servers: [String] { serverLists.flatMap(\.namesBetweenCommas) }

    private var named: [String]? { siteList?.namesBetweenCommas }

    private func checkSites() throws {
        let sites = named ?? []
        if sites.count > 256 { throw ValidationError("--sites takes up to 256 sites, not \(sites.count).") }
        for (place, site) in sites.enumerated() {
            guard SiteID(site).isValid else {
                throw ValidationError(
                    "--sites takes names separated by commas, each of 1 to 64 letters, digits, dots, dashes and "
                        + "underscores; \(site.isEmpty ? "an empty one" : "`\(site)`") is none.")
            }
            guard sites.firstIndex(of: site) == place else {
                throw ValidationError("--sites names \(site) twice; name each site once.")
            }
        }
        for island in promise.islands where !sites.contains(island) {
            throw ValidationError("--islands names \(island), which --sites does not; name it there too.")
        }
    }
}

extension String {
    /// The names of a list such as `fra,nyc`; one that is missing is empty.
    var namesBetweenCommas: [String] { split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
}
