import Foundation
import GatewayAPI
import GatewayClient
import Testing

@Suite("Administering a cluster", .serialized, .timeLimit(.minutes(3)))
struct ClusterAdministrationTests {
    @Test("a partition is checked from any node, under load and after its owner was killed")
    func check() async throws {
        try await RunningCluster.with(["home-1", "home-2", "away-1"]) { cluster in
            let load = ContactRush(node: try cluster.node("away-1"))
            let owner = try #require(try await cluster.owner(of: "home.0", by: "away-1"))
            _ = try await load.run {
                let checks: [PartitionCheck]? = try? await cluster.answer("away-1", "partition", "check")
                await cluster.nodes[owner]?.stop(SIGKILL)
                return checks?.map(\.isEqual) == [true] && checks?.first?.events ?? 0 > 200
            }
            let other = owner == "home-1" ? "home-2" : "home-1"
            let run = try await cluster.sundial(other, "partition", "check", "home.0")
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            #expect(run.output.hasPrefix("home.0: equal at record "))
            let missing = try await cluster.sundial(other, "partition", "check", "fra.7")
            #expect(missing.status == 66)
            #expect(missing.errors.contains("There is no partition fra.7. There are: home.0."))
        }
    }

    @Test("a node is drained and resumed from any other, and callers hardly notice")
    func drain() async throws {
        try await RunningCluster.with(["home-1", "home-2", "away-1"]) { cluster in
            let owner = try #require(try await cluster.owner(of: "home.0", by: "away-1"))
            let other = owner == "home-1" ? "home-2" : "home-1"
            let load = ContactRush(node: try cluster.node("away-1"))
            _ = try await load.run {
                let handovers: [Handover]? = try? await cluster.answer(other, "node", "drain", owner)
                await cluster.nodes["away-1"]?.stop(SIGKILL)
                return handovers?.map(\.to) == [other] && handovers?.first?.seconds ?? 9 < 2
            }
            let status: Status = try await cluster.answer(owner, "status")
            #expect(status.nodes.first { $0.id == owner }?.standing == "draining")
            #expect(status.partitions.map(\.owner) == [other])
            #expect(status.sites.first { $0.id == "home" }?.nodesUp == 2)
            let last = try await cluster.sundial(owner, "node", "drain", other)
            #expect(last.status == 1)
            #expect(last.errors.contains("No other node may take the partitions of \(other) over"))
            #expect(try await cluster.sundial(other, "node", "resume", owner).status == 0)
            let back = try await cluster.sundial(owner, "partition", "move", "home.0", "--to", owner)
            #expect(back.output.hasPrefix("home.0: \(other) → \(owner), epoch 3, within "), "\(back.errors)")
            let again = try await cluster.sundial(other, "partition", "move", "home.0", "--to", owner)
            #expect(again.output == "home.0 is owned by \(owner) already.\n")
            let nowhere = try await cluster.sundial(other, "partition", "move", "home.0", "--to", "nobody")
            #expect(nowhere.status == 66)
            #expect(
                nowhere.errors.contains("There is no node nobody in the cluster; there are: away-1, home-1, home-2."))
        }
    }

    @Test("the status is answered at once, and doctor tells what is wrong, while the only owner is frozen")
    func frozen() async throws {
        try await RunningCluster.with(["home-1", "away-1"]) { cluster in
            #expect(try await cluster.owner(of: "home.0", by: "away-1") == "home-1")
            let healthy = try await cluster.sundial("away-1", "doctor")
            #expect(healthy.status == 0, "\(healthy.output)")
            let table = try await cluster.sundial("away-1", "status")
            #expect(table.output.contains("home.0     home-1  serving      1         2    0"), "\(table.output)")
            #expect(try await cluster.sundial("away-1", "partition", "list").output.contains("jetstream-r1"))

            _ = try await cluster.sundial("home-1", "node", "drain", "away-1")
            try cluster.node("home-1").signal(SIGSTOP)
            defer { try? cluster.node("home-1").signal(SIGCONT) }
            var status: Status = try await cluster.answer("away-1", "status")
            while status.nodes.contains(where: { $0.id == "home-1" && $0.state == "alive" }) {
                status = try await cluster.answer("away-1", "status")
            }
            #expect(status.partitions.map(\.state) == ["unowned"])
            #expect(status.partitions.map(\.epoch) == [1])
            let ill = try await cluster.sundial("away-1", "doctor")
            #expect(ill.status == 1)
            #expect(ill.output.contains("FAULT  node home-1: It was not heard for "))
            #expect(
                ill.output.contains(
                    "FAULT  partition home.0: Nobody owns it, and there is no node that may take it over. Let one take it "
                        + "over: sundial node resume away-1"))
        }
    }

    @Test("a partition is backed up, goes on, and is restored into a new stream from another node")
    func restore() async throws {
        try await RunningCluster.with(["home-1", "home-2"]) { cluster in
            let file = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: file) }
            let owner = try #require(try await cluster.owner(of: "home.0", by: "home-1"))
            let other = owner == "home-1" ? "home-2" : "home-1"
            let request = OpenContactRequest(channel: .voice, queue: ContactRush.queue)
            var contacts: [String] = []
            try await cluster.node(other).withClient { contacts.append(try await $0.openContact(request).contact) }
            let backup = try await cluster.sundial(other, "backup", "home.0", file)
            #expect(backup.status == 0, "\(backup.errors)")
            #expect(backup.output.contains("with 1 live contacts"))
            #expect(try await cluster.sundial(other, "backup", "home.0", file).errors.contains("is there already"))
            try await cluster.node(other).withClient { contacts.append(try await $0.openContact(request).contact) }

            let careful = try await cluster.sundial(other, "restore", file)
            #expect(careful.errors.contains("Say yes with --lose-since-backup."))
            let restored = try await cluster.sundial(other, "restore", file, "--lose-since-backup")
            #expect(restored.status == 0, "\(restored.errors)")
            #expect(restored.output.hasPrefix("home.0 is as it was at 20"), "\(restored.output)")
            #expect(restored.output.contains("with 1 live contacts.\nIt goes on in journal 2 "))
            #expect(try await cluster.sundial(owner, "contact", "show", contacts[0]).status == 0)
            #expect(try await cluster.sundial(owner, "contact", "show", contacts[1]).status == 66)
            try await cluster.node(owner).withClient { client in
                let next = try await client.openContact(request).contact
                #expect(!contacts.contains(next))
            }
            let check = try await cluster.sundial(other, "partition", "check")
            #expect(check.output.contains("stream sundial-sundial-home_0-2"), "\(check.output)\(check.errors)")
            #expect(check.status == 0)
        }
    }

    @Test("events of the whole center are printed as they happen, a line each")
    func events() async throws {
        try await RunningCluster.with(["home-1"]) { cluster in
            let state = try await cluster.sundial("home-1", "events")
            #expect(state.status == 0)
            #expect(state.output.contains("  home.0  stands at 0 waiting and 0 connected in "))
            let node = try cluster.node("home-1")
            let lines = try await node.sundial.lines(["events", "--follow", "--json"], until: 2) {
                let request = OpenContactRequest(channel: .voice, queue: ContactRush.queue)
                try await node.withClient { _ = try await $0.openContact(request) }
            }
            let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
            #expect(first["event"] as? String == "reset")
            let second = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
            #expect(second["event"] as? String == "contact")
            #expect(second["partition"] as? String == "home.0")
        }
    }
}
