import Cluster
import JournalConformance
import NATSServerProcess
import Testing

@testable import ClusterNATS

@Suite(.serialized, .timeLimit(.minutes(3))) struct JetStreamFaultTests {
    @Test func `Every record acknowledged before a kill is there after the restart`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url)
            try await place.withJournal { journal, _ in
                let outcomes = await AppendOutcomes.of(journal, behind: 300) { await server.kill() }
                #expect(outcomes.confirmed.count >= 300)
                try await server.start()
                try await outcomes.check(journal)
            }
        }
    }

    @Test func `An append to a frozen server is unknown, and is there once when it goes on`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url) { $0.appendTimeout = .milliseconds(300) }
            try await place.withJournal { journal, _ in
                _ = try await journal.append(JournalSample.record(follows: 0))
                await server.freeze()
                let record = JournalSample.record(follows: 1)
                let error = await journalError { _ = try await journal.append(record) }
                #expect(error?.code == .unknown)
                await server.thaw()
                // The server takes what it had received at any moment yet, so the same record is sent once more.
                let tail = try await whenAvailable { () async throws(JournalError) in
                    do throws(JournalError) { _ = try await journal.append(record) } catch {
                        guard error.code == .conflict else { throw error }
                    }
                    return try await journal.read(after: JournalSequence(1), upTo: 1_000)
                }
                #expect(tail.map(\.record) == [record])
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
}
