import Foundation
import GatewayAPI
import GatewayClient
import NATSServerProcess
import Synchronization
import Testing

/// What sites promise, over the NATS servers that `deploy/hosts` configures, with their TLS, keys and permissions.
@Suite("Sites that are cut off", .serialized, .timeLimit(.minutes(4)))
struct SitesTests {
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "deploy/sample/center.yaml").path

    /// Runs `body` with a node at each site, connected to the server of that name alone.
    private func withNodes(
        _ sites: [String], islands: [String] = [],
        _ body: @Sendable (DeployedNATS, [String: RunningNode]) async throws -> Void
    ) async throws {
        try await DeployedNATS.with(hub: ["fra", "nyc", "tyo"], islands: islands) { deployed async throws in
            let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            var nodes: [String: RunningNode] = [:]
            for site in sites {
                let servers = deployed.servers.filter { $0.name == site }
                nodes[site] = try await RunningNode.start(
                    in: folder.appending(path: site),
                    try deployed.arguments(servers) + [
                        "--name", site, "--site", site, "--sites", sites.joined(separator: ","), "--replicas", "3",
                        "--production",
                    ] + (islands.isEmpty ? [] : ["--islands", islands.joined(separator: ",")]))
            }
            do {
                let run = try await nodes[sites[0]]?.sundial.run("config", "apply", Self.sample)
                try #require(run?.status == 0, "\(run?.errors ?? "")")
                try await body(deployed, nodes)
            } catch {
                for node in nodes.values { await node.stop(SIGKILL) }
                throw error
            }
            for node in nodes.values { await node.stop(SIGKILL) }
        }
    }

    /// Opens a contact at a node.
    ///
    /// - Parameter site: The site that it names.
    private func open(at node: RunningNode, site: String?) async throws -> String {
        let contact = Mutex("")
        try await node.withClient(patience: .seconds(20)) { client in
            let opened = try await client.openContact(OpenContactRequest(channel: .voice, queue: "support", site: site))
            contact.withLock { $0 = opened.contact }
        }
        return contact.withLock { $0 }
    }

    /// Why no contact can be opened at a node; nil when one was.
    private func problem(at node: RunningNode, site: String?) async -> Problem? {
        do {
            _ = try await open(at: node, site: site)
            return nil
        } catch {
            return (error as? GatewayError)?.problem
        }
    }

    /// Opens a contact at a node as soon as that takes one.
    private func openAgain(at node: RunningNode, site: String?) async throws -> String {
        while true {
            do { return try await open(at: node, site: site) } catch is GatewayError {}
        }
    }

    private func nodes(by node: RunningNode) async throws -> [String: Node] {
        let run = try await node.sundial.run("node", "list", "--json")
        let nodes = try JSONDecoder().decode([Node].self, from: Data(run.output.utf8))
        return Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0) })
    }

    private func until(_ condition: () async throws -> Bool) async throws {
        while try await !condition() {}
    }

    private func shows(_ contact: String, _ node: RunningNode) async throws -> Bool {
        try await node.sundial.run("contact", "show", contact).status == 0
    }

    @Test("an island goes on alone with its own journal, and comes back with it")
    func island() async throws {
        try await withNodes(["fra", "syd"], islands: ["syd"]) { deployed, running async throws in
            let (fra, syd) = (try #require(running["fra"]), try #require(running["syd"]))
            let before = try await openAgain(at: syd, site: "syd")

            try await deployed.setIslandsCutOff(true)
            try await until { try await nodes(by: fra)["syd"]?.state != "alive" }
            try await until { try await nodes(by: syd)["fra"]?.state != "alive" }
            let during = try await open(at: syd, site: "syd")
            #expect(try await shows(before, syd))
            #expect(try await syd.sundial.run("queue", "list").status == 0)
            let elsewhere = try await open(at: fra, site: nil)
            async let fromFra = problem(at: fra, site: "syd")
            async let fromSyd = problem(at: syd, site: nil)
            let (acrossToSyd, acrossToFra) = (await fromFra, await fromSyd)
            #expect(acrossToSyd?.code == "unavailable")
            #expect(acrossToSyd?.detail.contains("no node of site syd is heard at site fra") == true)
            #expect(acrossToFra?.detail.contains("no node of site fra is heard at site syd") == true)

            try await deployed.setIslandsCutOff(false)
            try await until { try await nodes(by: fra)["syd"]?.state == "alive" }
            try await until { try await shows(during, fra) }
            #expect(try await shows(before, fra))
            try await until { try await shows(elsewhere, syd) }
            let owned = try await nodes(by: fra).values.flatMap { node in
                node.partitions.map { "\(node.id) \($0.id) \($0.epoch)" }
            }
            #expect(owned.sorted() == ["fra fra.0 1", "syd syd.0 1"])
        }
    }

    @Test("an island's node that starts while it is cut off serves its site")
    func islandStartsAlone() async throws {
        try await withNodes(["fra", "syd"], islands: ["syd"]) { deployed, running async throws in
            let (fra, syd) = (try #require(running["fra"]), try #require(running["syd"]))
            let before = try await openAgain(at: syd, site: "syd")
            try await deployed.setIslandsCutOff(true)
            try await until { try await nodes(by: syd)["fra"]?.state != "alive" }
            await syd.stop(SIGKILL)
            let again = try await RunningNode.start(
                in: syd.folder,
                try deployed.arguments(deployed.islands) + [
                    "--name", "syd", "--site", "syd", "--sites", "fra,syd", "--islands", "syd", "--replicas", "3",
                ])
            #expect(try await shows(before, again))
            let during = try await open(at: again, site: "syd")
            try await deployed.setIslandsCutOff(false)
            try await until { try await shows(during, fra) }
            await again.stop(SIGKILL)
        }
    }

    @Test("a stretched site takes nothing without a quorum, says so, and goes on by itself; nothing is lost with it")
    func stretched() async throws {
        try await withNodes(["fra", "nyc"]) { deployed, running async throws in
            let fra = try #require(running["fra"])
            let nyc = try #require(running["nyc"]).asAdministrator(of: fra)
            let before = try await openAgain(at: fra, site: "fra")

            for server in deployed.hub.dropFirst() { await server.freeze() }
            var seen: Problem?
            try await until {
                seen = await problem(at: fra, site: "fra")
                return seen?.code == "stalled"
            }
            #expect(seen?.detail.contains("fra.0 is unavailable") == true)
            #expect(seen?.detail.contains("There is no quorum") == true)
            for server in deployed.hub.dropFirst() { await server.thaw() }
            let after = try await openAgain(at: fra, site: "fra")

            await fra.stop(SIGKILL)
            await deployed.hub[0].kill()
            try await until { try await shows(before, nyc) }
            #expect(try await shows(after, nyc))
            _ = try await openAgain(at: nyc, site: "fra")
        }
    }
}
