/// How to reach a NATS system, and as whom.
public struct NATSOptions: Hashable, Sendable {
    /// Who the node is to the servers.
    public enum Identity: Hashable, Sendable {
        /// Nobody in particular, or who the addresses say: `nats://user:password@host`.
        case anonymous
        /// The user of a credentials file (`.creds`): a JWT and its seed.
        case credentials(file: String)
        /// The user of an NKey.
        ///
        /// - Parameters:
        ///   - publicKey: Begins with `U`.
        ///   - seedFile: A file that holds the seed, which begins with `SU`.
        case nkey(publicKey: String, seedFile: String)
    }

    /// What of TLS differs from the machine's defaults.
    public struct TLS: Hashable, Sendable {
        /// A PEM file of the authorities that the servers' certificates must come from; nil for the machine's own.
        public var authorities: String?
        /// A PEM file with this node's certificate chain; nil for none.
        public var certificate: String?
        /// A PEM file with this node's private key; needed with ``certificate``.
        public var key: String?

        public init(authorities: String? = nil, certificate: String? = nil, key: String? = nil) {
            self.authorities = authorities
            self.certificate = certificate
            self.key = key
        }
    }

    /// Addresses of servers, such as `nats://nats-1:4222`, the nearest first: they are tried in this order. Others are
    /// learned from the one that answers.
    public var servers: [String]
    /// What the servers call this connection in their own reports.
    public var name: String
    /// Who the node is.
    public var identity: Identity = .anonymous
    /// How to encrypt; nil leaves it to the server's address and demand.
    public var tls: TLS?
    /// How long one attempt to connect may take.
    public var connectTimeout: Duration = .seconds(2)
    /// The least wait between two rounds over all servers; there is no end to the rounds.
    public var reconnectWait: Duration = .milliseconds(50)
    /// A random wait up to this is added, so that nodes do not come back all at once.
    public var reconnectJitter: Duration = .milliseconds(50)
    /// How often the server is asked whether it is there. It is given up after two questions without an answer.
    public var pingEvery: Duration = .seconds(1)
    /// How long the server may refuse to take bytes before it is given up.
    public var writeDeadline: Duration = .seconds(2)

    /// Options for the given servers, an empty list for `nats://127.0.0.1:4222`.
    public init(servers: [String] = [], name: String = "sundial") {
        self.servers = servers.isEmpty ? ["nats://127.0.0.1:4222"] : servers
        self.name = name
    }

    /// The servers' addresses without users and passwords, for messages.
    public var places: String {
        servers.map { address in
            guard let at = address.lastIndex(of: "@") else { return address }
            let scheme = address.firstRange(of: "://").map { String(address[..<$0.upperBound]) } ?? ""
            return scheme + address[address.index(after: at)...]
        }.joined(separator: ", ")
    }
}
