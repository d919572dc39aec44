import Foundation

/// Several servers that form one cluster, so that streams can be replicated over them.
public struct NATSServerCluster: Sendable {
    /// The servers, in the order of their names `one`, `two`, `three` …
    public let servers: [NATSServer]

    private static let names = ["one", "two", "three", "four", "five"]

    /// The ways between the servers, if others pass on what is said on them; empty if they speak directly.
    public let routes: [Route]

    /// The way by which one server reaches another.
    public struct Route: Sendable {
        /// Name of the server that connects.
        public let from: String
        /// Name of the server that is reached.
        public let to: String
        /// Where the one connects; somebody must listen there.
        public let port: Int
        /// Where the other listens.
        public let target: Int
    }

    /// A cluster of `count` servers that are not started yet, each in a folder of its own below `folder`.
    ///
    /// - Parameter isRelayed: Whether the servers reach each other only by ``routes``, each of which somebody else has
    ///   to listen on and pass on.
    /// - Throws: ``NATSServerError`` with `noProgram`, `noPort` or `noFolder`.
    public init(
        of count: Int = 3, _ settings: NATSServerSettings = NATSServerSettings(), isRelayed: Bool = false,
        in folder: String
    ) throws(NATSServerError) {
        precondition((1...Self.names.count).contains(count), "a cluster of \(count) servers")
        let names = Self.names.prefix(count)
        let ports = Dictionary(uniqueKeysWithValues: zip(names, try LoopbackPort.free(count)))
        let routes = isRelayed ? try Self.routes(between: ports) : []
        self.routes = routes
        servers = try names.map { name throws(NATSServerError) in
            var settings = settings
            settings.name = name
            let reached = isRelayed ? routes.filter { $0.from == name }.map(\.port) : ports.values.sorted()
            settings.membership = NATSServerSettings.Membership(
                cluster: "sundial", port: ports[name] ?? 0, routes: reached, isHidden: isRelayed)
            return try NATSServer(settings, in: "\(folder)/\(name)")
        }
    }

    /// Where clients connect: every server, separated by commas.
    public var url: String { servers.map(\.url).joined(separator: ",") }

    /// Runs `body` with a cluster of three that is ready, in a new folder, and removes both.
    ///
    /// - Parameter parent: Where the folder is made; nil for the folder of temporary files.
    public static func with<Result: Sendable>(
        _ settings: NATSServerSettings = NATSServerSettings(), in parent: String? = nil,
        _ body: @Sendable (NATSServerCluster) async throws -> Result
    ) async throws -> Result {
        let folder = "\(parent ?? FileManager.default.temporaryDirectory.path)/sundial-nats-\(UUID().uuidString)"
        let cluster = try NATSServerCluster(settings, in: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try await cluster.start()
            let result = try await body(cluster)
            await cluster.end()
            return result
        } catch {
            await cluster.end()
            throw error
        }
    }

    /// Starts every server, and returns once all serve and have a leader among them.
    ///
    /// - Throws: ``NATSServerError`` with `ended` or `notReady`.
    public func start() async throws(NATSServerError) {
        for server in servers { try await server.launch() }
        for server in servers { try await server.waitUntilReady() }
    }

    /// The server of this name; nil when there is none.
    public func server(named name: String) -> NATSServer? {
        servers.first { $0.name == name }
    }

    /// The server that leads a stream, as the servers that run say; nil while there is none.
    public func leader(of stream: String) async -> NATSServer? {
        for server in servers {
            guard let answer = await server.report("/jsz?streams=true"),
                let leader = JetStreamReport(json: answer)?.leader(of: stream), let found = self.server(named: leader)
            else { continue }
            return found
        }
        return nil
    }

    /// Kills whichever servers run.
    public func end() async {
        for server in servers { await server.end() }
    }

    private static func routes(between ports: [String: Int]) throws(NATSServerError) -> [Route] {
        let pairs = ports.keys.flatMap { from in ports.keys.filter { $0 != from }.map { (from, $0) } }
        return zip(pairs, try LoopbackPort.free(pairs.count)).map { pair, port in
            Route(from: pair.0, to: pair.1, port: port, target: ports[pair.1] ?? 0)
        }
    }
}
