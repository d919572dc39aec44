import ArgumentParser
import ClusterNATS

/// Who a node is to the NATS servers, and how it knows them.
struct NATSAccess: ParsableArguments {
    @Option(help: "Public key of the node's NKey, which begins with U and which the servers' accounts have.")
    var natsNkey: String?

    @Option(help: "File with the seed of --nats-nkey, which begins with SU.", completion: .file())
    var natsSeed: String?

    @Option(help: "Credentials file (.creds) of the node's NATS user.", completion: .file())
    var natsCredentials: String?

    @Option(help: "PEM file of the authorities that NATS servers' certificates must come from.", completion: .file())
    var natsAuthorities: String?

    @Option(help: "PEM file with the node's certificate for NATS.", completion: .file())
    var natsCertificate: String?

    @Option(help: "PEM file with the key of --nats-certificate.", completion: .file())
    var natsKey: String?

    func validate() throws {
        if (natsNkey == nil) != (natsSeed == nil) {
            throw ValidationError("--nats-nkey and --nats-seed go together.")
        }
        if natsNkey != nil, natsCredentials != nil {
            throw ValidationError("Take either --nats-nkey with --nats-seed, or --nats-credentials.")
        }
        if let natsNkey, !natsNkey.hasPrefix("U") {
            throw ValidationError("--nats-nkey takes a public key, which begins with U; a seed stays in its file.")
        }
        if (natsCertificate == nil) != (natsKey == nil) {
            throw ValidationError("--nats-certificate and --nats-key go together.")
        }
    }

    /// How to reach `servers` as `node`.
    func connecting(to servers: [String], as node: String) -> NATSOptions {
        var options = NATSOptions(servers: servers, name: node)
        if let natsCredentials { options.identity = .credentials(file: natsCredentials) }
        if let natsNkey, let natsSeed { options.identity = .nkey(publicKey: natsNkey, seedFile: natsSeed) }
        if natsAuthorities != nil || natsCertificate != nil {
            options.tls = NATSOptions.TLS(authorities: natsAuthorities, certificate: natsCertificate, key: natsKey)
        }
        return options
    }
}
