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
}
