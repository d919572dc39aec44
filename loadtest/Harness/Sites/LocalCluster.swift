import ContactCenter
import Foundation
import GatewayAPI
import GatewayClient
import NATSServerProcess

/// A cluster of several sites on this machine, on free ports of loopback: for each site a NATS server, all of them one
/// cluster over which the journals are replicated, and some nodes.
public struct LocalCluster: Sendable {
    /// What the cluster is made of.
    public struct Settings: Sendable {
        /// The program.
        public var sundial: String
        /// Where servers and nodes keep their data.
        public var folder: String
        /// The sites, in the order that is the same on every node.
        public var sites = ["fra", "nyc", "syd"]
        /// How many nodes each site has.
        public var nodesPerSite = 2
        /// How many threads each node has; nil leaves it to the node.
        public var threads: Int?
        /// What else each node is told.
        public var arguments: [String] = []

        public init(sundial: String, folder: String) {
            self.sundial = sundial
            self.folder = folder
        }
    }

    /// A node that runs.
    public struct RunningNode: Sendable {
        /// Its name.
        public let name: String
        /// Its site.
        public let site: String
        /// Where its API is, as an administrator.
        public let target: Target
    }

    /// Addresses of the NATS servers, in the order of the sites.
    public var addresses: [String] { servers.servers.map(\.url) }
    /// The file that the administrator's token is written to, so that people can use it.
    public let tokenFile: String
    private let settings: Settings
    private let servers: NATSServerCluster
    private let nodes: [(name: String, site: String, process: NodeProcess)]

    /// How long the nodes may take to own every partition.
    private static let patience: Duration = .seconds(60)
    private static let pace: Duration = .milliseconds(50)

    /// A cluster that is yet to be started.
    ///
    /// - Throws: ``HarnessError/Code/node`` when there is no nats-server, or the folder cannot be written.
    public init(_ settings: Settings) throws(HarnessError) {
        self.settings = settings
        let folder = URL(filePath: settings.folder).path
        tokenFile = "\(folder)/administrator-token"
        let servers: NATSServerCluster
        do throws(NATSServerError) {
            servers = try NATSServerCluster(of: settings.sites.count, in: "\(folder)/nats")
        } catch {
            throw HarnessError(.node, error.message, cause: error)
        }
        self.servers = servers
        let replicas = settings.sites.count >= 3 ? 3 : 1
        nodes = settings.sites.enumerated().flatMap { place, site in
            let near = [servers.servers[place]] + servers.servers.filter { $0.name != servers.servers[place].name }
            return (1...settings.nodesPerSite).map { number in
                let name = "\(site)-\(number)"
                let arguments =
                    ["--name", name, "--site", site, "--sites", settings.sites.joined(separator: ",")]
                    + ["--replicas", String(replicas)] + near.flatMap { ["--nats", $0.url] }
                    + (settings.threads.map { ["--threads", String($0)] } ?? []) + settings.arguments
                let process = NodeProcess(
                    sundial: settings.sundial, data: "\(folder)/\(name)", arguments: arguments)
                return (name, site, process)
            }
        }
    }

    /// Starts the cluster, runs `body` with its nodes once it serves, and ends every process of it afterwards.
    ///
    /// - Throws: ``HarnessError/Code/node`` when a server or a node does not start; what `body` throws.
    public func run<Result: Sendable>(
        _ body: ([RunningNode]) async throws(HarnessError) -> Result
    ) async throws(HarnessError) -> Result {
        do throws(HarnessError) {
            let result = try await body(try await start())
            await end()
            return result
        } catch {
            await end()
            throw error
        }
    }

    /// Starts the servers, then the nodes, and returns once every partition has an owner.
    private func start() async throws(HarnessError) -> [RunningNode] {
        do throws(NATSServerError) { try await servers.start() } catch {
            throw HarnessError(.node, error.message, cause: error)
        }
        // All at once, so that none takes over what another site's nodes are to own.
        for node in nodes { try await node.process.launch() }
        for node in nodes { try await node.process.waitUntilListening() }
        let token = try await NodeProcess.token(madeByOneOf: nodes.map(\.process))
        let text = Data((token + "\n").utf8)
        let isWritten = FileManager.default.createFile(
            atPath: tokenFile, contents: text, attributes: [.posixPermissions: 0o600])
        guard isWritten else { throw HarnessError(.file, "\(tokenFile) cannot be written.") }
        var running: [RunningNode] = []
        for node in nodes {
            let target = try await node.process.target(token: token)
            running.append(RunningNode(name: node.name, site: node.site, target: target))
        }
        try await waitUntilOwned(running[0].target)
        return running
    }

    /// Ends every process, as a power cut would.
    public func end() async {
        for node in nodes { await node.process.kill() }
        await servers.end()
    }

    private func waitUntilOwned(_ target: Target) async throws(HarnessError) {
        let client = GatewayClient(address: target.url, token: target.token)
        let limit = ContinuousClock.now + Self.patience
        var owned: [String] = []
        while owned.count < settings.sites.count, .now < limit {
            let nodes = (try? await client.nodes().items) ?? []
            owned = nodes.flatMap { $0.partitions.map(\.id) }
            do { try await HarnessError.pause(Self.pace) } catch { break }
        }
        await client.shutdown()
        guard owned.count >= settings.sites.count else {
            let list = owned.isEmpty ? "none" : owned.sorted().joined(separator: ", ")
            throw HarnessError(
                .node, "Within \(Self.patience.inSeconds) s the nodes came to own of all partitions only: \(list).")
        }
    }
}
