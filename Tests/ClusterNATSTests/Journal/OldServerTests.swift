import Cluster
import JournalConformance
import NATSServerProcess
import Synchronization
import Testing

@testable import ClusterNATS

/// What a journal makes of servers before 2.12; one is played by a client that answers as such a server would.
@Suite(.timeLimit(.minutes(1))) struct OldServerTests {
    /// Runs `body` at a place whose server says that it has `version`; nil for one that does not tell, as before 2.11.
    private func withServer(
        _ version: String?, _ body: @Sendable (JetStreamPlace) async throws -> Void
    ) async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url) { $0.domain = "old" }
            let connection = try await place.connect()
            let metadata = version.map { ", \"metadata\": {\"_nats.ver\": \"\($0)\"}" } ?? ""
            let subscription = try await connection.subscribe(to: "$JS.old.API.STREAM.INFO.*") { message in
                guard let reply = message.reply else { return }
                let isSnapshots = message.subject.hasSuffix("-snapshots")
                let names = place.names
                let answer = """
                    {"config": {"name": "\(isSnapshots ? names.snapshots : names.records)", "subjects": \
                    ["\(isSnapshots ? names.snapshotSubject + ".>" : names.recordSubject)"], "num_replicas": 1, \
                    "description": "Sundial: journal 1 of partition \(JournalSample.partition) in cluster \
                    \(place.options.cluster)", "max_bytes": 33554432, "retention": "limits", "storage": "file", \
                    "discard": "new", "max_msgs": -1, "max_age": 0, "allow_direct": true, \
                    "max_msgs_per_subject": \(isSnapshots ? 1 : -1)\(metadata)}, \
                    "state": {"bytes": 0, "first_seq": 0, "last_seq": 0}}
                    """
                try? connection.publish(Array(answer.utf8), to: reply)
            }
            try await body(place)
            withExtendedLifetime(subscription) {}
        }
    }

    @Test(arguments: [nil, "2.11.9"]) func `In production they are refused`(_ version: String?) async throws {
        try await withServer(version) { place in
            let error = await journalError { _ = try await place.makeJournal { $0.production = true }.open() }
            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("version \(version ?? "below 2.11")") == true)
            #expect(error?.message.contains("Upgrade nats-server") == true)
        }
    }

    @Test func `Otherwise they are warned of`() async throws {
        try await withServer("2.11.9") { place in
            let warnings = Mutex<[String]>([])
            let journal = JetStreamJournal(
                partition: JournalSample.partition, connection: try await place.connect(), options: place.options
            ) { text in
                warnings.withLock { $0.append(text) }
            }
            #expect(try await journal.open().last == .start)
            await journal.close()
            #expect(warnings.withLock { $0.count } == 1)
            #expect(warnings.withLock { $0.first?.contains("2.11.9") } == true)
        }
    }

    @Test func `A newer one is taken without a word`() async throws {
        try await withServer("2.12.0") { place in
            let journal = try await place.makeJournal { $0.production = true }
            #expect(try await journal.open().last == .start)
            await journal.close()
        }
    }
}
