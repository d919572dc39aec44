import ArgumentParser
import ClusterNATS
import ContactCenter

/// How a node joins a cluster.
struct ClusterOptions: ParsableArguments {
    @Option(
        name: .customLong("nats"),
        help: ArgumentHelp(
            "Address of a NATS server, such as nats://nats-1:4222; may be given several times. With it the node joins a "
                + "cluster, and the journal is in JetStream.", valueName: "url"))
    var servers: [String] = []

    @Option(
        name: .customLong("cluster"),
        help: "Name of the cluster: several may share NATS servers. Letters, digits, dashes and underscores.")
    var clusterName = "sundial"

    @Option(help: "The site whose nodes come first when the journal needs an owner; the same on every node.")
    var homeSite = "home"

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
        if !SiteID(homeSite).isValid {
            throw ValidationError("--home-site takes 1 to 64 letters, digits, dots, dashes and underscores.")
        }
        if (natsCertificate == nil) != (natsKey == nil) {
            throw ValidationError("--nats-certificate and --nats-key go together.")
        }
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
}
