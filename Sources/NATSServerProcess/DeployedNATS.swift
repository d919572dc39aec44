import Foundation

/// The NATS servers of a cluster over sites as `deploy/hosts/nats` configures them, on loopback: a hub of one server a
/// site, islands that join it, and keys and certificates made for the purpose.
public struct DeployedNATS: Sendable {
    /// The hub's servers, each named for its site.
    public let hub: [NATSServer]
    /// The islands' servers, each named for its site.
    public let islands: [NATSServer]
    private let folder: String
    private let keys: String

    private static let deployment = "deploy/hosts/nats"
    private static let host = "127.0.0.1"

    /// Servers that are not started yet, in folders below `folder`; the working directory is the package's.
    ///
    /// - Throws: ``NATSServerError`` with `noProgram`, `noPort` or `noFolder`.
    public init(hub sites: [String], islands: [String] = [], in folder: String) throws(NATSServerError) {
        self.folder = folder
        keys = "\(folder)/keys"
        try Self.copyConfigurations(to: "\(folder)/nats")
        try Self.makeKeys(in: "\(folder)/keys")
        let secret = try Self.secrets(in: "\(folder)/keys", folder)
        let clusterPorts = try LoopbackPort.free(sites.count)
        let leafPorts = try LoopbackPort.free(sites.count)
        let routes = clusterPorts.map { "nats-route://\(Self.host):\($0)" }.joined(separator: ",")
        let leaves = leafPorts.map { "tls://\(Self.host):\($0)" }.joined(separator: ",")
        hub = try zip(sites, zip(clusterPorts, leafPorts)).map { site, ports throws(NATSServerError) in
            var variables = secret
            variables["SUNDIAL_NATS_CLUSTER_LISTEN"] = "\(Self.host):\(ports.0)"
            variables["SUNDIAL_NATS_LEAF_LISTEN"] = "\(Self.host):\(ports.1)"
            variables["SUNDIAL_NATS_ROUTES"] = "[\(routes)]"
            return try Self.server(of: site, "hub.conf", variables, in: folder)
        }
        self.islands = try islands.map { site throws(NATSServerError) in
            var variables = secret
            variables["SUNDIAL_NATS_HUB"] = "[\(leaves)]"
            return try Self.server(of: site, "island.conf", variables, in: folder)
        }
    }

    /// Runs `body` with servers that are ready, in a new folder, and removes both.
    public static func with<Result: Sendable>(
        hub sites: [String], islands: [String] = [], _ body: @Sendable (DeployedNATS) async throws -> Result
    ) async throws -> Result {
        let folder = "\(FileManager.default.temporaryDirectory.path)/sundial-deployed-\(UUID().uuidString)"
        let deployed = try DeployedNATS(hub: sites, islands: islands, in: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            for server in deployed.servers { try await server.launch() }
            for server in deployed.servers { try await server.waitUntilReady() }
            let result = try await body(deployed)
            await deployed.end()
            return result
        } catch {
            await deployed.end()
            throw error
        }
    }

    /// Every server.
    public var servers: [NATSServer] { hub + islands }
    /// The PEM file of the authorities that the servers' certificates come from.
    public var authorities: String { "\(keys)/authorities.pem" }

    /// The file with the seed of a role's NKey.
    public func seedFile(of role: String) -> String { "\(keys)/\(role).nk" }

    /// The public key of a role.
    public func publicKey(of role: String) throws -> String {
        let variables = try Self.variables(in: "\(keys)/keys.env")
        return variables["SUNDIAL_NKEY_\(role.uppercased())"] ?? ""
    }

    /// What `sundial serve` is told to connect to these servers as a node.
    public func arguments(_ servers: [NATSServer]) throws -> [String] {
        servers.flatMap { ["--nats", $0.url] } + [
            "--nats-nkey", try publicKey(of: "node"), "--nats-seed", seedFile(of: "node"),
            "--nats-authorities", authorities,
        ]
    }

    /// Cuts the way between every island and the hub, or opens it again, at some time after the return.
    public func setIslandsCutOff(_ isCut: Bool) async throws {
        let file = "\(folder)/nats/island.conf"
        let text = try String(contentsOfFile: "\(Self.deployment)/island.conf", encoding: .utf8)
        let remote = "urls: $SUNDIAL_NATS_HUB"
        try text.replacing(remote, with: isCut ? "disabled: true\n      \(remote)" : remote)
            .write(toFile: file, atomically: true, encoding: .utf8)
        for island in islands { await island.reload() }
    }

    private func end() async {
        for server in servers { await server.end() }
    }

    private static func server(
        of site: String, _ configuration: String, _ variables: [String: String], in folder: String
    ) throws(NATSServerError) -> NATSServer {
        let ports = try LoopbackPort.free(2)
        var variables = variables
        variables["SUNDIAL_SITE"] = site
        variables["SUNDIAL_NATS_NAME"] = site
        variables["SUNDIAL_NATS_TAG"] = "site:\(site)"
        variables["SUNDIAL_NATS_LISTEN"] = "\(host):\(ports[0])"
        variables["SUNDIAL_NATS_WATCH"] = "\(host):\(ports[1])"
        variables["SUNDIAL_NATS_FOLDER"] = "\(folder)/\(site)/streams"
        variables["SUNDIAL_NATS_PID"] = "\(folder)/\(site)/nats-server.pid"
        return try NATSServer(
            site, configuration: "\(folder)/nats/\(configuration)", variables: variables, port: ports[0],
            watchPort: ports[1], in: "\(folder)/\(site)")
    }

    private static func copyConfigurations(to folder: String) throws(NATSServerError) {
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: deployment) where name.hasSuffix(".conf") {
                try files.copyItem(atPath: "\(deployment)/\(name)", toPath: "\(folder)/\(name)")
            }
        } catch {
            throw NATSServerError(
                .noFolder, "The configurations of \(deployment) cannot be copied to \(folder): \(error).", cause: error)
        }
    }

    private static func makeKeys(in folder: String) throws(NATSServerError) {
        let process = Process()
        process.executableURL = URL(filePath: "\(deployment)/keys")
        process.arguments = [folder, host]
        do {
            try process.run()
            process.waitUntilExit()
        } catch {
            throw NATSServerError(.noProgram, "\(deployment)/keys cannot be run: \(error).", cause: error)
        }
        guard process.terminationStatus == 0 else {
            throw NATSServerError(.noFolder, "\(deployment)/keys has made no keys in \(folder); it says why above.")
        }
    }

    /// What every server is told: the keys, and how much it may store.
    private static func secrets(in keys: String, _ folder: String) throws(NATSServerError) -> [String: String] {
        do {
            var variables = try variables(in: "\(keys)/keys.env")
            variables.merge(try Self.variables(in: "\(keys)/island.env")) { $1 }
            variables["SUNDIAL_NATS_CERTIFICATE"] = "\(keys)/\(host).pem"
            variables["SUNDIAL_NATS_KEY"] = "\(keys)/\(host).key"
            variables["SUNDIAL_NATS_AUTHORITIES"] = "\(keys)/authorities.pem"
            variables["SUNDIAL_NATS_STORE"] = "64GB"
            variables["SUNDIAL_NATS_ACCOUNT_STORE"] = "64GB"
            return variables
        } catch {
            throw NATSServerError(.noFolder, "The keys in \(keys) cannot be read: \(error).", cause: error)
        }
    }

    private static func variables(in file: String) throws -> [String: String] {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        return Dictionary(
            lines.compactMap { line in
                line.firstIndex(of: "=").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
            }, uniquingKeysWith: { $1 })
    }
}
