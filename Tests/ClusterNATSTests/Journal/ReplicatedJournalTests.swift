import Center
import Cluster
import ContactCenter
import JournalConformance
import NATSServerProcess
import Testing

@testable import ClusterNATS

@Suite(.serialized, .timeLimit(.minutes(4))) struct ReplicatedJournalTests {
    @Test func `Conforms when it is replicated over three servers`() async throws {
        try await NATSServerCluster.with(ServerScope.settings) { cluster in
            for expectation in JournalExpectation.shared {
                let place = JetStreamPlace(url: cluster.url) { $0.replicas = 3 }
                let fixture = JournalFixture(
                    makeJournal: { try await place.makeJournal() }, damageSnapshot: { try await place.damage($0) })
                do { try await expectation.verify(fixture) } catch { Issue.record("\(expectation): \(error)") }
            }
        }
    }

    @Test func `Three servers keep what was acknowledged when the leader is killed`() async throws {
        try await NATSServerCluster.with { cluster in
            let place = JetStreamPlace(url: cluster.url) { $0.replicas = 3 }
            try await place.withJournal { journal, _ in
                #expect(journal.overtaking == .seenInAppends)
                let leader = try await place.withAPI { try await $0.info(place.names.records).cluster?.leader }
                let server = try #require(leader.flatMap { cluster.server(named: $0) })
                let outcomes = await AppendOutcomes.of(journal, behind: 100) { await server.kill() }
                #expect(outcomes.confirmed.count >= 100)
                try await outcomes.check(journal)
                try await server.start()
            }
        }
    }

    @Test func `Copies are told, and one that is away is told to be`() async throws {
        try await NATSServerCluster.with { cluster in
            let place = JetStreamPlace(url: cluster.url) { $0.replicas = 3 }
            try await place.withJournal { journal, _ in
                #expect(journal.medium == .jetStream(replicas: 3))
                let whole = try await journal.inspect()
                #expect(whole.copies.count == 4)
                #expect(whole.serverVersion?.hasPrefix("2.") == true)
                let leader = try await place.withAPI { try await $0.info(place.names.records).cluster?.leader }
                let away = try #require(cluster.servers.first { $0.name != leader })
                await away.kill()
                while true {
                    let found = try await whenAvailable { () async throws(JournalError) in try await journal.inspect() }
                    let copy = found.copies.first { $0.name == "\(place.names.records) on \(away.name)" }
                    if copy?.isCurrent == false { break }
                    try await Task.sleep(for: .milliseconds(50))
                }
                try await away.start()
            }
        }
    }

    @Test func `A host that was overtaken answers no read from a replicated journal either`() async throws {
        try await NATSServerCluster.with { cluster in
            let place = JetStreamPlace(url: cluster.url) { $0.replicas = 3 }
            let stale = HostedPartition(try await place.makeJournal(), incarnation: 1)
            let owner = HostedPartition(try await place.makeJournal(), incarnation: 2)
            try await stale.run { () async throws in
                _ = try await stale.configure()
                #expect(try await stale.host.read { floor, _ in floor.figures.live } == 0)
                try await owner.run { () async throws in
                    let error = await #expect(throws: CenterError.self) {
                        try await stale.host.read { floor, _ in floor.figures.live }
                    }
                    #expect(error?.code == .movedAway)
                }
            }
        }
    }
}
