import Foundation
import GatewayAPI
import NATSServerProcess
import Testing

@Suite("A cluster and its command line", .serialized)
struct ClusterTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "deploy/sample/center.yaml").path

    private func start(_ name: String, in folder: URL, _ server: NATSServer) async throws -> RunningNode {
        try await RunningNode.start(
            in: folder.appending(path: name), ["--nats", server.url, "--name", name, "--site", name])
    }

    private func nodes(by node: RunningNode) async throws -> [Node] {
        let run = try await node.sundial.run("node", "list", "--json")
        return try JSONDecoder().decode([Node].self, from: Data(run.output.utf8))
    }

    @Test("when the owner is killed another node answers for the center, with all that was acknowledged")
    func takeover() async throws {
        try await NATSServer.with { server async throws in
            let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            // The owner is of the home site, the other is not.
            let owner = try await start("home", in: folder, server)
            let other = try await start("away", in: folder, server)
            #expect(try await other.sundial.run("config", "apply", Self.sample).status == 0)
            let seen = try await nodes(by: other)
            #expect(seen.map(\.id) == ["away", "home"])
            #expect(seen.map(\.partitions.count) == [0, 1])

            await owner.stop(SIGKILL)
            let run = try await other.sundial.run("config", "show", "--json")
            let shown = try JSONDecoder().decode(ConfigurationVersion.self, from: Data(run.output.utf8))
            #expect(shown.version == 1)
            let after = try await nodes(by: other)
            #expect(after.map(\.partitions.count) == [1, 0] || after.map(\.partitions.count) == [1, 1])
            #expect(after.first?.partitions.first?.epoch == 2)
            await other.stop(SIGTERM)
        }
    }

    @Test("without a NATS server a node says so and ends")
    func noServer() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try await Program.named("sundial").run(
            "serve", "--data", folder.path, "--port", "0", "--nats", "nats://127.0.0.1:9")
        #expect(run.status == 1)
        #expect(run.errors.contains("127.0.0.1:9"))
    }
}
