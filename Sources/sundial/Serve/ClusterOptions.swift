import ArgumentParser
import Center
import ClusterNATS
import ContactCenter

/// How a node joins a cluster.
struct ClusterOptions: ParsableArguments {
    @Option(
        name: .customLong("nats"),
        help: ArgumentHelp(
            "Address of a NATS server, such as nats://nats-1:4222; may be given several times, the nearest first. With "
                + "it the node joins a cluster, and the journal is in JetStream.", valueName: "url"))
    var servers: [String] = []

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

    @Option(help: "Over how many NATS servers the journal is replicated when it is first made: 1, 3 or 5.")
    var replicas = 1

    @Flag(help: "Refuse NATS servers that are not fit for production.")
    var production = false

    @Option(help: "Credentials file (.creds) of the node's NATS user.", completion: .file())
    var natsCredentials: String?

    @Option(help: "PEM file of the authorities that NATS servers' certificates must come from.", completion: .file())
    var natsAuthorities: String?

    @Option(help: "PEM file with the node's certificate for NATS.", completion: .file())
    var natsCertificate: String?

    @Option(help: "PEM file with the key of --nats-certificate.", completion: .file())
    var natsKey: String?

    /// Whether the node is one of a cluster.
    var isMember: Bool { !servers.isEmpty }

    /// How the partitions' journals are kept.
    var journal: JetStreamOptions {
        var options = JetStreamOptions(cluster: clusterName)
        options.replicas = replicas
        options.production = production
        return options
    }

    func validate() throws {
        if ![1, 3, 5].contains(replicas) { throw ValidationError("--replicas takes 1, 3 or 5.") }
        if !clusterName.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            || !(1...64).contains(clusterName.count)
        {
            throw ValidationError("--cluster takes 1 to 64 letters, digits, dashes and underscores.")
        }
        if !(1...64).contains(partitionsPerSite) { throw ValidationError("--partitions-per-site takes 1 to 64.") }
        try checkSites()
        if (natsCertificate == nil) != (natsKey == nil) {
            throw ValidationError("--nats-certificate and --nats-key go together.")
        }
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
        return CenterLayout(sites: sites.map { SiteID($0) }, partitionsAtEach: partitionsPerSite)
    }

    /// How `node` connects to NATS.
    func connecting(as node: String) -> NATSOptions {
        var options = NATSOptions(servers: servers, name: node)
        if let natsCredentials { options.identity = .credentials(file: natsCredentials) }
        if natsAuthorities != nil || natsCertificate != nil {
            options.tls = NATSOptions.TLS(authorities: natsAuthorities, certificate: natsCertificate, key: natsKey)
        }
        return options
    }

    private var named: [String]? {
        siteList.map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    }

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
    }
}
