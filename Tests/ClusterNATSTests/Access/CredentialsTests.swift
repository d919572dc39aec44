import Cluster
import Foundation
import JournalConformance
import NATSServerProcess
import Testing

@testable import ClusterNATS

@Suite(.timeLimit(.minutes(1))) struct CredentialsTests {
    private func write(_ credentials: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString).creds").path
        try credentials.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    private func withServer(_ keeper: TestOperator, _ body: @Sendable (NATSServer) async throws -> Void) async throws {
        var settings = NATSServerSettings()
        settings.lines = keeper.lines
        try await NATSServer.with(settings) { try await body($0) }
    }

    @Test func `A node with a credentials file journals`() async throws {
        let keeper = TestOperator()
        let file = try write(keeper.credentials())
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await withServer(keeper) { server in
            var options = NATSOptions(servers: [server.url])
            options.identity = .credentials(file: file)
            try await JetStreamPlace(options).withJournal { journal, _ in
                let receipt = try await journal.append(JournalSample.record(follows: 0))
                #expect(receipt.sequence == JournalSequence(1))
            }
        }
    }

    @Test func `Credentials of another operator are refused`() async throws {
        let file = try write(TestOperator().credentials())
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await withServer(TestOperator()) { server in
            var options = NATSOptions(servers: [server.url])
            options.identity = .credentials(file: file)
            let error = await #expect(throws: ClusterError.self) { _ = try await NATSConnection.open(options) }
            #expect(error?.code == .unreachable)
            #expect(error?.message.contains("check the credentials") == true)
        }
    }

    @Test func `What credentials do not grant is refused by name`() async throws {
        let keeper = TestOperator()
        let file = try write(keeper.credentials(subscribe: ["sundial.>"]))
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await withServer(keeper) { server in
            var options = NATSOptions(servers: [server.url])
            options.identity = .credentials(file: file)
            let error = await journalError { _ = try await JetStreamPlace(options).makeJournal().open() }
            #expect(error?.message.contains("Permissions Violation for Subscription to \"_INBOX.") == true)
        }
    }
}
