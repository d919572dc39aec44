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
            in: folder.appending(path: name),
            ["--nats", server.url, "--name", name, "--site", name, "--sites", "home,away"])
    }

    private func nodes(by node: RunningNode) async throws -> [Node] {
        let run = try await node.sundial.run("node", "list", "--json")
        return try JSONDecoder().decode([Node].self, from: Data(run.output.utf8))
    }

    @Test("a site whose node is killed is served by another site's, with all that was acknowledged")
    func takeover() async throws {
        try await NATSServer.with { server async throws in
            let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let owner = try await start("home", in: folder, server)
            let other = try await start("away", in: folder, server).asAdministrator(of: owner)
            #expect(try await other.sundial.run("config", "apply", Self.sample).status == 0)
            // The owner was alone for a while, and a living owner keeps what it has.
            let seen = try await nodes(by: other)
            #expect(seen.map(\.id) == ["away", "home"])
            #expect(seen.flatMap { $0.partitions.map(\.id) }.sorted() == ["away.0", "home.0"])

            await owner.stop(SIGKILL)
            let run = try await other.sundial.run("config", "show", "--json")
            let shown = try JSONDecoder().decode(ConfigurationVersion.self, from: Data(run.output.utf8))
            #expect(shown.version == 1)
            let after = try await nodes(by: other)
            let owned = after.first?.partitions.first { $0.id == "home.0" }
            #expect(owned?.epoch == 2)
            await other.stop(SIGTERM)
        }
    }

    @Test("a token holds at every node, outlives the one that made it, and is revoked everywhere within a second or so")
    func tokens() async throws {
        try await NATSServer.with { server async throws in
            let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let first = try await start("home", in: folder, server)
            let second = try await start("away", in: folder, server).asAdministrator(of: first)
            let made = try await first.sundial.run("token", "create", "night shift", "--role", "supervisor")
            var supervisor = second.sundial
            supervisor.environment["SUNDIAL_TOKEN_FILE"] = nil
            supervisor.environment["SUNDIAL_TOKEN"] = made.output.trimmingCharacters(in: .newlines)
            #expect(try await supervisor.run("node", "list").status == 0)

            await first.stop(SIGKILL)
            #expect(try await supervisor.run("node", "list").status == 0)
            let again = try await start("home", in: folder, server).asAdministrator(of: first)
            let listed = try await again.sundial.run("token", "list", "--json")
            let tokens = try JSONDecoder().decode([Token].self, from: Data(listed.output.utf8))
            let token = try #require(tokens.first { $0.label == "night shift" })
            #expect(try await again.sundial.run("token", "revoke", token.id).status == 0)
            let revoked = ContinuousClock.now
            while try await supervisor.run("node", "list").status == 0 {
                try #require(revoked.duration(to: .now) < .seconds(2), "the token is still taken")
            }
            await second.stop(SIGTERM)
            await again.stop(SIGTERM)
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

    @Test(
        "a node that does not fit the cluster's sites is refused with what is wrong",
        arguments: [
            (["--site", "syd", "--sites", "fra,nyc"], "The node's site syd is none of the cluster's sites fra, nyc."),
            (["--site", "fra", "--sites", "fra,nyc", "--front"], "leave --front out"),
            (["--site", "fra", "--sites", "fra,nyc,fra"], "--sites names fra twice"),
            (["--site", "fra", "--sites", "fra,,nyc"], "an empty one is none"),
            (["--site", "fra", "--sites", "fra,new york"], "`new york` is none"),
            (["--site", "fra", "--partitions-per-site", "0"], "--partitions-per-site takes 1 to 64"),
        ])
    func mistakenSites(arguments: [String], message: String) async throws {
        let run = try await Program.named("sundial").run(["serve", "--nats", "nats://127.0.0.1:9"] + arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
