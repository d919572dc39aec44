import Foundation

/// Several servers that form one cluster, so that streams can be replicated over them.
public struct NATSServerCluster: Sendable {
    /// The servers, in the order of their names `one`, `two`, `three` …
    public let servers: [NATSServer]

    private static let names = ["one", "two", "three", "four", "five"]

    /// A cluster of `count` servers that are not started yet, each in a folder of its own below `folder`.
    ///
    /// - Throws: ``NATSServerError`` with `noProgram`, `noPort` or `noFolder`.
    public init(
        of count: Int = 3, _ settings: NATSServerSettings = NATSServerSettings(), in folder: String
    ) throws(NATSServerError) {
        precondition((1...Self.names.count).contains(count), "a cluster of \(count) servers")
        let ports = try LoopbackPort.free(count)
        var servers: [NATSServer] = []
        for (port, name) in zip(ports, Self.names) {
            var settings = settings
            settings.name = name
            settings.membership = NATSServerSettings.Membership(cluster: "sundial", port: port, routes: ports)
            servers.append(try NATSServer(settings, in: "\(folder)/\(name)"))
        }
        self.servers = servers
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

    /// Kills whichever servers run.
    public func end() async {
        for server in servers { await server.end() }
    }
}
