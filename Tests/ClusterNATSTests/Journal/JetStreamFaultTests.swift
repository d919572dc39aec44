import Cluster
import JournalConformance
import NATSServerProcess
import Testing

@testable import ClusterNATS

@Suite(.serialized, .timeLimit(.minutes(3))) struct JetStreamFaultTests {
    /// What became of appends that were under way together.
    private struct Outcomes {
        var confirmed: Set<UInt64> = []
        var unknown: Set<UInt64> = []
        var others: [JournalError] = []
    }

    /// Appends sample records, eight under way, until one fails; `act` is carried out once `count` are confirmed.
    private func append(
        to journal: JetStreamJournal, act: @escaping @Sendable () async -> Void, behind count: Int
    ) async -> Outcomes {
        await withTaskGroup(of: (UInt64, Result<JournalReceipt, JournalError>).self) { group in
            var outcomes = Outcomes()
            var next: UInt64 = 0
            while true {
                while next < outcomes.confirmed.count + 8, outcomes.unknown.isEmpty, outcomes.others.isEmpty {
                    let follows = next
                    group.addImmediateTask {
                        do throws(JournalError) {
                            return (follows, .success(try await journal.append(JournalSample.record(follows: follows))))
                        } catch {
                            return (follows, .failure(error))
                        }
                    }
                    next += 1
                }
                guard let (follows, result) = await group.next() else { return outcomes }
                switch result {
                case .success: outcomes.confirmed.insert(follows + 1)
                case .failure(let error) where error.code == .unknown: outcomes.unknown.insert(follows + 1)
                case .failure(let error): outcomes.others.append(error)
                }
                if outcomes.confirmed.count == count { await act() }
            }
        }
    }

    private func check(_ outcomes: Outcomes, _ journal: JetStreamJournal) async throws {
        var entries: [JournalEntry] = []
        repeat {
            let last = entries.last?.sequence ?? .start
            let more = try await whenAvailable { () async throws(JournalError) in
                try await journal.read(after: last, upTo: 100_000)
            }
            if more.isEmpty { break }
            entries += more
        } while true
        #expect(entries.map(\.sequence.value) == Array(1...UInt64(entries.count)))
        #expect(entries.allSatisfy { $0.record == JournalSample.record(follows: $0.sequence.value - 1) })
        let found = Set(entries.map(\.sequence.value))
        #expect(outcomes.confirmed.isSubset(of: found), "everything that was acknowledged is there")
        #expect(found.isSubset(of: outcomes.confirmed.union(outcomes.unknown)))
        #expect(outcomes.others.allSatisfy { $0.code == .unavailable }, "\(outcomes.others)")
    }

    @Test func `Every record acknowledged before a kill is there after the restart`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url)
            try await place.withJournal { journal, _ in
                let outcomes = await append(to: journal, act: { await server.kill() }, behind: 300)
                #expect(outcomes.confirmed.count >= 300)
                try await server.start()
                try await check(outcomes, journal)
            }
        }
    }

    @Test func `An append to a frozen server is unknown, and found once it goes on`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url) { $0.appendTimeout = .milliseconds(300) }
            try await place.withJournal { journal, _ in
                _ = try await journal.append(JournalSample.record(follows: 0))
                await server.freeze()
                let record = JournalSample.record(follows: 1)
                let error = await journalError { _ = try await journal.append(record) }
                #expect(error?.code == .unknown)
                await server.thaw()
                let tail = try await whenAvailable { () async throws(JournalError) in
                    try await journal.read(after: JournalSequence(1), upTo: 1_000)
                }
                #expect(tail.map(\.record) == [record])
                let again = await journalError { _ = try await journal.append(record) }
                #expect(again?.code == .conflict)
            }
        }
    }

    @Test func `Without a server nothing is written, and it says so at once`() async throws {
        try await NATSServer.with { server in
            try await JetStreamPlace(url: server.url).withJournal { journal, _ in
                await server.kill()
                let error = try await untilKnown(to: journal)
                #expect(error?.code == .unavailable)
                #expect(error?.message.contains("nothing was written") == true)
            }
        }
    }

    /// The first refusal that is not the loss of the connection itself.
    private func untilKnown(to journal: JetStreamJournal) async throws -> JournalError? {
        while true {
            let error = await journalError { _ = try await journal.append(JournalSample.record(follows: 0)) }
            if error?.code != .unknown { return error }
        }
    }

    @Test func `A server that takes only short messages is refused`() async throws {
        var settings = NATSServerSettings()
        settings.longestMessage = 1_048_576
        try await NATSServer.with(settings) { server in
            let error = await journalError { _ = try await JetStreamPlace(url: server.url).makeJournal().open() }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("max_payload: 8MB") == true)
        }
    }

    @Test func `Three servers keep what was acknowledged when the leader is killed`() async throws {
        try await NATSServerCluster.with { cluster in
            let place = JetStreamPlace(url: cluster.url) { $0.replicas = 3 }
            try await place.withJournal { journal, _ in
                #expect(journal.overtaking == .seenInAppends)
                let leader = try await place.withAPI { try await $0.info(place.names.records).cluster?.leader }
                let server = try #require(leader.flatMap { cluster.server(named: $0) })
                let outcomes = await append(to: journal, act: { await server.kill() }, behind: 100)
                #expect(outcomes.confirmed.count >= 100)
                try await check(outcomes, journal)
                try await server.start()
            }
        }
    }
}
