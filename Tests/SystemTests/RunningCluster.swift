import Foundation
import GatewayAPI
import NATSServerProcess

/// Nodes of one cluster over a server of its own, each a process.
struct RunningCluster: Sendable {
    /// The nodes by name.
    let nodes: [String: RunningNode]
    let server: NATSServer
    private let folder: URL

    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "deploy/sample/center.yaml").path

    /// Runs `body` with nodes of these names, the sample business in force. A node's site is its name up to a dash;
    /// `home` is the only site with a partition.
    static func with(_ names: [String], _ body: @Sendable (RunningCluster) async throws -> Void) async throws {
        try await NATSServer.with { server async throws in
            let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            var nodes: [String: RunningNode] = [:]
            for name in names {
                let node = try await start(name, in: folder, server)
                nodes[name] = nodes[names[0]].map { node.asAdministrator(of: $0) } ?? node
            }
            let cluster = RunningCluster(nodes: nodes, server: server, folder: folder)
            do {
                let run = try await cluster.sundial(names[0], "config", "apply", sample)
                guard run.status == 0 else { throw RunningNode.Failure(description: run.errors) }
                try await body(cluster)
            } catch {
                for node in nodes.values { await node.stop(SIGKILL) }
                throw error
            }
            for node in nodes.values { await node.stop(SIGKILL) }
        }
    }

    private static func start(_ name: String, in folder: URL, _ server: NATSServer) async throws -> RunningNode {
        let site = String(name.prefix { $0 != "-" })
        return try await RunningNode.start(
            in: folder.appending(path: name),
            ["--nats", server.url, "--name", name, "--site", site, "--sites", "home"]
                + (site == "home" ? [] : ["--front"]))
    }

    /// A node by its name.
    func node(_ name: String) throws -> RunningNode {
        guard let node = nodes[name] else { throw RunningNode.Failure(description: "there is no node \(name)") }
        return node
    }

    /// Runs a command at a node.
    func sundial(_ name: String, _ arguments: String...) async throws -> Program.Run {
        try await node(name).sundial.run(arguments)
    }

    /// What a command at a node prints as JSON.
    func answer<Value: Decodable>(
        _ name: String, _ arguments: String...
    ) async throws -> Value {
        let run = try await node(name).sundial.run(arguments + ["--json"])
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(run.output.utf8)) else {
            throw RunningNode.Failure(description: "no \(Value.self): \(run.output)\(run.errors)")
        }
        return value
    }

    /// The node that owns a partition, as another sees it; nil when none does.
    func owner(of partition: String, by name: String) async throws -> String? {
        let nodes: [Node] = try await answer(name, "node", "list")
        return nodes.first { $0.state == "alive" && $0.partitions.contains { $0.id == partition } }?.id
    }
}
