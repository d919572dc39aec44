import Cluster
import ContactCenter
import Simulation
import Testing

@testable import Center

/// Whole clusters in virtual time.
@Suite(.timeLimit(.minutes(2))) struct ClusterNodeTests {
    private static let nodes: [(node: NodeID, site: String)] = [("fra-1", "fra"), ("fra-2", "fra"), ("fra-3", "fra")]
    private static let partition = PartitionID(site: "fra", number: 0)

    private func withCluster(
        sites: [SiteID] = ["fra"], nodes: [(node: NodeID, site: String)] = ClusterNodeTests.nodes, seed: UInt64,
        durability: Durability = .alone, _ body: @escaping @Sendable (ClusterScene) async throws -> Void
    ) throws {
        let layout = CenterLayout(sites: sites) { _ in durability }
        let plan = SimulatedCluster.Plan(nodes: nodes, layout: layout)
        let cluster = SimulatedCluster(seed: seed, plan: plan)
        for (node, _) in nodes { cluster.start(node) }
        let result = cluster.play { cluster -> Result<Void, any Error> in
            do { return .success(try await body(ClusterScene(cluster: cluster))) } catch { return .failure(error) }
        }
        for (node, _) in nodes { cluster.kill(node) }
        try #require(result, "the run did not come to its end; seed \(seed)").get()
    }

    @Test(arguments: 1...5) func everyPartitionHasOneOwnerAndEveryNodeReachesIt(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let contact = try await scene.opened(at: "fra-1")
            for node in Self.nodes.map(\.node) {
                #expect(try await scene.asking(node) { try await $0.contact(contact) }?.id == contact)
            }
            #expect(scene.cluster.owners(of: Self.partition).count == 1)
        }
    }

    @Test(arguments: 1...5) func afterAKillAnotherNodeTakesOverWithEverythingThatWasAcknowledged(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let contact = try await scene.opened(at: "fra-2")
            let owner = try await scene.owner(of: Self.partition)
            let other = try #require(Self.nodes.map(\.node).first { $0 != owner })
            scene.cluster.kill(owner)
            let start = scene.cluster.time.now
            #expect(try await scene.asking(other) { try await $0.contact(contact) }?.id == contact)
            #expect(scene.cluster.time.now - start < .seconds(2))
            #expect(try await scene.owner(of: Self.partition) != owner)
        }
    }

    @Test(arguments: 1...5) func aDrainCostsCallersUnderHalfASecond(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            async let slowest = scene.slowestOpening(of: 40, not: owner)
            try await scene.pause(.milliseconds(300))
            _ = await scene.cluster.ask(owner) { try await $0.drain() }
            #expect(try await slowest < .milliseconds(500))
            #expect(try await scene.owner(of: Self.partition) != owner)
            #expect(scene.cluster.node(owner)?.keeper.hosts.partitions == [])
            #expect(try await scene.asking(owner) { try await $0.figures() }.waiting == 40)
        }
    }

    @Test(arguments: 1...5) func aMoveGoesToTheNodeThatWasNamedAndCostsUnderHalfASecond(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            for heir in Self.nodes.map(\.node).filter({ $0 != owner }) + [owner] {
                let from = try await scene.owner(of: Self.partition)
                let asked = try #require(Self.nodes.map(\.node).first { $0 != from && $0 != heir })
                async let slowest = scene.slowestOpening(of: 30, not: from)
                try await scene.pause(.milliseconds(200))
                let answer = await scene.cluster.ask(asked, within: .seconds(15)) {
                    try await $0.directory.move(Self.partition, to: heir)
                }
                let handover = try #require(answer).get()
                #expect(handover.from == from)
                #expect(handover.to == heir)
                #expect(try await slowest < .milliseconds(500))
                try await scene.pause(.seconds(8))
                #expect(scene.cluster.owners(of: Self.partition) == [heir])
            }
        }
    }

    @Test(arguments: 1...5) func aMoveToANodeThatHasJustStartedCostsCallersNoMore(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            let heir = try #require(Self.nodes.map(\.node).first { $0 != owner })
            scene.cluster.kill(heir)
            try await scene.pause(.seconds(3))
            async let slowest = scene.slowestOpening(of: 100, not: owner)
            scene.cluster.start(heir)
            try await scene.pause(.milliseconds(500))
            let answer = await scene.cluster.ask(owner, within: .seconds(15)) {
                try await $0.directory.move(Self.partition, to: heir)
            }
            #expect(try #require(answer).get().to == heir)
            #expect(try await slowest < .milliseconds(500))
        }
    }

    @Test(arguments: 1...3) func aNodeThatIsAboutToEndIsNotToldToGoOn(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            let other = try #require(Self.nodes.map(\.node).first { $0 != owner })
            _ = await scene.cluster.ask(owner) { try await $0.keeper.drain(isEnding: true) }
            let answer = await scene.cluster.ask(other, within: .seconds(15)) {
                try await $0.directory.resume(owner)
            }
            #expect(throws: Refusal.self) { try #require(answer).get() }
            scene.cluster.kill(try await scene.owner(of: Self.partition))
            try await scene.pause(.seconds(4))
            #expect(try await scene.owner(of: Self.partition) != owner)
        }
    }

    @Test func aPartitionIsBackedUpFromAnyNode() throws {
        try withCluster(seed: 2) { scene in
            try await scene.configure()
            _ = try await scene.opened(at: "fra-1")
            for node in Self.nodes.map(\.node) {
                #expect(try await scene.asking(node) { try await $0.backUp(Self.partition) }.figures.live == 1)
            }
        }
    }

    @Test func anAnswerIsNotKeptWaitingByPartitionsThatDoNotAnswer() throws {
        let nodes: [(node: NodeID, site: String)] = [("fra-1", "fra"), ("nyc-1", "nyc"), ("tyo-1", "tyo")]
        let island = Durability(.island)
        try withCluster(sites: ["fra", "nyc", "tyo"], nodes: nodes, seed: 3, durability: island) { scene in
            try await scene.configure()
            scene.cluster.kill("nyc-1")
            try await scene.pause(.seconds(3))
            let start = scene.cluster.time.now
            let found = try await scene.asking("fra-1") { directory in
                try await directory.first(of: directory.layout.places) { place in
                    let figures = try await directory.partitionActor(place.partition).figures()
                    return place.partition.site == "tyo" ? figures : nil
                }
            }
            #expect(found != nil)
            #expect(scene.cluster.time.now - start < .seconds(1))
            // What cannot be asked is missing from what all are asked for, and known to be.
            let missing = try await scene.asking("fra-1") { $0.unreachable }
            #expect(missing == [PartitionID(site: "nyc", number: 0)])
        }
    }

    @Test func listsDoNotWaitForAPartitionThatNobodyTakesOver() throws {
        let nodes: [(node: NodeID, site: String)] = [("fra-1", "fra"), ("nyc-1", "nyc")]
        try withCluster(sites: ["fra", "nyc"], nodes: nodes, seed: 4, durability: Durability(.island)) { scene in
            try await scene.configure()
            #expect(try await scene.asking("nyc-1") { $0.unreachable }.isEmpty)
            let drained = await scene.cluster.ask("nyc-1") { try await $0.drain() }
            try #require(drained).get()
            try await scene.pause(Absences.tolerated + .seconds(1))
            let start = scene.cluster.time.now
            #expect(try await scene.asking("nyc-1") { try await $0.queues() }.map(\.id).contains(Fixture.queue))
            #expect(scene.cluster.time.now - start < .seconds(1))
            #expect(try await scene.asking("nyc-1") { $0.unreachable } == [PartitionID(site: "nyc", number: 0)])
            let resumed = await scene.cluster.ask("nyc-1", within: .seconds(15)) {
                try await $0.directory.resume("nyc-1")
            }
            try #require(resumed).get()
            try await scene.pause(.seconds(2))
            #expect(try await scene.asking("nyc-1") { $0.unreachable }.isEmpty)
        }
    }

    @Test(arguments: 1...5) func whenTheHeirDiesAtOnceAnotherTakesOver(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            let heir = try #require(Self.nodes.map(\.node).first { $0 != owner })
            let last = try #require(Self.nodes.map(\.node).first { $0 != owner && $0 != heir })
            scene.cluster.kill(heir)
            let answer = await scene.cluster.ask(last, within: .seconds(15)) { node in
                try await node.directory.move(Self.partition, to: heir)
            }
            #expect(throws: (any Error).self) { try #require(answer).get() }
            _ = try await scene.opened(at: last)
            #expect(try await scene.owner(of: Self.partition) != heir)
        }
    }

    @Test(arguments: 1...3) func aDrainedNodeTakesNothingBeforeItIsResumed(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            let others = Self.nodes.map(\.node).filter { $0 != owner }
            let drained = await scene.cluster.ask(others[0], within: .seconds(15)) {
                try await $0.directory.drain(owner)
            }
            #expect(try #require(drained).get().map(\.from) == [owner])
            _ = await scene.cluster.ask(owner, within: .seconds(15)) { try await $0.directory.drain(others[0]) }
            try await scene.pause(.seconds(2))
            #expect(scene.cluster.owners(of: Self.partition) == [others[1]])
            let refused = await scene.cluster.ask(owner, within: .seconds(15)) {
                try await $0.directory.drain(others[1])
            }
            #expect(throws: Refusal.self) { try #require(refused).get() }
            _ = await scene.cluster.ask(others[1], within: .seconds(15)) { try await $0.directory.resume(owner) }
            try await scene.pause(.seconds(1))
            scene.cluster.kill(others[1])
            _ = try await scene.opened(at: others[0])
            #expect(try await scene.owner(of: Self.partition) == owner)
        }
    }

    @Test(arguments: 1...5) func aZombieReleasesNothingAndStepsDown(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            let other = try #require(Self.nodes.map(\.node).first { $0 != owner })
            scene.cluster.pause(owner, for: .seconds(6))
            let contact = try await scene.opened(at: other)
            // Asked while it slept, answered when it woke: by then it must know better than its own floor.
            let answer = await scene.cluster.ask(owner, within: .seconds(15)) {
                try await $0.directory.contact(contact)
            }
            #expect(try #require(answer).get()?.id == contact)
            try await scene.pause(.seconds(3))
            #expect(scene.cluster.owners(of: Self.partition).count == 1)
            #expect(scene.cluster.owners(of: Self.partition) != [owner])
        }
    }

    @Test(arguments: 1...5) func aNodeThatIsCutOffTakesNothingOverAndNothingIsLost(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            let owner = try await scene.owner(of: Self.partition)
            let others = Self.nodes.map(\.node).filter { $0 != owner }
            scene.cluster.cutOff(others[0], true)
            try await scene.pause(.seconds(10))
            #expect(scene.cluster.owners(of: Self.partition) == [owner])
            scene.cluster.cutOff(others[0], false)
            try await scene.pause(.seconds(1))
            let contact = try await scene.opened(at: others[0])
            #expect(try await scene.asking(owner) { try await $0.contact(contact) }?.id == contact)
        }
    }

    @Test(arguments: 1...5) func anAgentsStreamGoesOnAtTheNextOwner(seed: UInt64) throws {
        try withCluster(seed: seed) { scene in
            try await scene.configure()
            try await scene.staff("anna")
            let owner = try await scene.owner(of: Self.partition)
            let other = try #require(Self.nodes.map(\.node).first { $0 != owner })
            async let offers = scene.offers(to: "anna", at: other, count: 2)
            let first = try await scene.opened(at: other)
            try await scene.pause(.seconds(1))
            scene.cluster.kill(owner)
            let second = try await scene.opened(at: other)
            try await scene.end(first, at: other)
            #expect(try await offers == [first, second])
        }
    }

    @Test func aConfigurationReachesEveryPartitionInTheOrderOfItsVersions() throws {
        let nodes: [(node: NodeID, site: String)] = [("fra-1", "fra"), ("nyc-1", "nyc"), ("tyo-1", "tyo")]
        try withCluster(sites: ["fra", "nyc", "tyo"], nodes: nodes, seed: 7) { scene in
            try await scene.configure()
            try await scene.configure()
            try await scene.pause(.seconds(4))
            for node in nodes.map(\.node) {
                let host = try #require(scene.cluster.node(node)?.keeper.hosts)
                #expect(host.partitions.map(\.site) == [String(node.name.prefix(3))])
                let version = await scene.cluster.ask(node) { node in
                    try await node.keeper.hosts.host(of: node.keeper.hosts.partitions[0])
                        .read { floor, _ in floor.configurationVersion }
                }
                #expect(try #require(version).get() == 2)
            }
            // Commands find the partition that they, their agent or their contact belongs to, from any node.
            try await scene.staff("anna")
            var homes: Set<UInt16> = []
            for _ in 0..<12 { homes.insert(try await scene.opened(at: "tyo-1").partition) }
            #expect(homes.count > 1)
            #expect(try await scene.asking("nyc-1") { try await $0.figures() }.live == 12)
            #expect(try await scene.asking("nyc-1") { try await $0.contacts(matching: ContactFilter()) }.count == 12)
            #expect(
                try await scene.asking("nyc-1") { try await $0.agents() }.map { $0.availability == .available } == [
                    true, false,
                ])
        }
    }
}
