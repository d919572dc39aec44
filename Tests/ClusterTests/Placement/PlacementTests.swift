import Cluster
import Testing
import Wire

struct PlacementTests {
    private static func candidates(_ count: Int, site: String = "fra") -> [Placement.Candidate] {
        (0..<count).map { Placement.Candidate(node: NodeID("\(site)-\($0)"), site: site) }
    }

    private static let partitions = (0..<600).map { PartitionID(site: "fra", number: $0) }

    @Test func nobodyOwnsAnythingWhereNobodyIs() {
        #expect(Placement([]).node(for: Self.partitions[0]) == nil)
    }

    @Test(arguments: 1...20) func everyNodeComputesTheSame(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let candidates = Self.candidates(7) + Self.candidates(3, site: "nyc")
        let shuffled = candidates.shuffled(using: &chance)
        for partition in Self.partitions {
            #expect(Placement(candidates).node(for: partition) == Placement(shuffled).node(for: partition))
        }
    }

    @Test func theOwnSiteComesFirstAndOthersOnlyWhenNoneOfItIsThere() {
        let far = Self.candidates(3, site: "nyc")
        let partition = Self.partitions[0]
        #expect(Placement(far + Self.candidates(1)).node(for: partition) == "fra-0")
        #expect(far.map { $0.node }.contains(Placement(far).node(for: partition) ?? "none"))
    }

    @Test(arguments: 2...12) func onlyWhatTheLostNodeHeldMoves(count: Int) {
        let candidates = Self.candidates(count)
        for lost in candidates {
            let before = Placement(candidates)
            let after = Placement(candidates.filter { $0 != lost })
            for partition in Self.partitions where before.node(for: partition) != lost.node {
                #expect(after.node(for: partition) == before.node(for: partition))
            }
        }
    }

    @Test(arguments: 2...12) func theLoadIsRoughlyEven(count: Int) {
        let placement = Placement(Self.candidates(count))
        var loads: [NodeID: Int] = [:]
        for partition in Self.partitions {
            if let node = placement.node(for: partition) { loads[node, default: 0] += 1 }
        }
        let mean = Double(Self.partitions.count) / Double(count)
        #expect(loads.count == count)
        #expect(loads.values.allSatisfy { Double($0) > 0.6 * mean && Double($0) < 1.4 * mean })
    }

    /// These scores are part of the protocol between versions: nodes of two versions must agree.
    @Test func scoresNeverChange() {
        #expect(RendezvousScore.of("fra-1", for: "fra.0") == RendezvousScore.of("fra-1", for: "fra.0"))
        #expect(RendezvousScore.of("fra-1", for: "fra.0") != RendezvousScore.of("fra-2", for: "fra.0"))
    }
}
