import Cluster
import Foundation
import JournalConformance
import NATSServerProcess
import Testing

@testable import ClusterNATS

/// TLS, NKeys and permissions as they are deployed.
@Suite(.deployed, .serialized, .timeLimit(.minutes(3))) struct DeployedAccessTests {
    private let deployed: DeployedNATS

    init() throws {
        deployed = try #require(DeployedScope.deployed)
    }

    private func refusal(_ options: NATSOptions) async -> ClusterError? {
        await #expect(throws: ClusterError.self) { _ = try await NATSConnection.open(options) }
    }

    @Test func `A node may do all that a journal needs`() async throws {
        let place = JetStreamPlace(try deployed.options(as: "node")) { $0.replicas = 3 }
        let snapshot = JournalSample.snapshot(at: 2, count: 100)
        try await place.withJournal { journal, _ in
            for follows: UInt64 in 0..<3 { _ = try await journal.append(JournalSample.record(follows: follows)) }
            #expect(try await journal.read(after: .start, upTo: 100_000).count == 3)
            try await journal.store(snapshot)
            #expect(try await journal.snapshot(snapshot.reference) == snapshot)
            try await journal.trim(through: JournalSequence(2))
            #expect(try await journal.end() == JournalSequence(3))
            #expect(try await journal.inspect().copies.count == 4)
        }
        try await place.withJournal { journal, condition in
            #expect(condition.trimmed == JournalSequence(2))
            #expect(try await journal.snapshots() == [snapshot.reference])
        }
    }

    @Test func `The replicas of a journal are at different sites`() async throws {
        let place = JetStreamPlace(try deployed.options(as: "node")) { $0.replicas = 3 }
        try await place.withJournal { journal, _ in
            let group = try await place.withAPI { try await $0.info(journal.stream).cluster }
            #expect(group?.leader != nil)
            #expect(group?.replicas?.count == 2)
        }
    }

    @Test func `Nodes call each other`() async throws {
        try await NATSCluster.run(on: deployed.hub[0], try deployed.options(as: "node")) { cluster in
            let sum = try await cluster.clerk().add(20, 22)
            #expect(sum == 42)
        }
    }

    @Test func `A client calls nodes`() async throws {
        try await NATSCluster.run(on: deployed.hub[0], try deployed.options(as: "client")) { cluster in
            let sum = try await cluster.clerk().add(20, 22)
            #expect(sum == 42)
        }
    }

    @Test(arguments: ["client", "observer"])
    func `Others do not reach a journal, and are told so`(_ role: String) async throws {
        let place = JetStreamPlace(try deployed.options(as: role))
        let error = await journalError { _ = try await place.makeJournal().open() }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("Permissions Violation for Subscription") == true)
        #expect(error?.message.contains("give this user that permission in the servers' accounts") == true)
    }

    @Test func `A client cannot write to a journal`() async throws {
        let connection = try await NATSConnection.open(try deployed.options(as: "client"))
        let moments = Moments()
        connection.observe { if case .refused(let reason) = $0 { moments.post(reason) } }
        try await NATSBroadcast(connection: connection, cluster: "test").publish([1], under: "heartbeats")
        try await connection.send([1], to: "sundial.journal.test.fra.0.1")
        await moments.expect("Permissions Violation for Publish to \"sundial.journal.test.fra.0.1\"")
    }

    @Test func `A request that the role does not have ends at once and says what to do`() async throws {
        let requests = try await NATSRequests.open(
            on: try await NATSConnection.open(try deployed.options(as: "node")))
        defer { requests.close() }
        let request = NATSRequest(subject: "$JS.API.STREAM.DELETE.some", bytes: [], patience: .seconds(60))
        let failure = await #expect(throws: NATSRequestFailure.self) { try await requests.answer(to: request) }
        guard case .notSent(let reason) = failure else {
            Issue.record("\(failure.debugDescription)")
            return
        }
        #expect(reason.contains("$JS.API.STREAM.DELETE.some"))
        #expect(reason.contains("give this user that permission"))
    }

    @Test func `Nobody gets in without an identity`() async throws {
        var options = try deployed.options(as: "node")
        options.identity = .anonymous
        let error = await refusal(options)
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("refuses this user (Authorization Violation)") == true)
    }

    @Test func `A key that is not the user's is refused`() async throws {
        var options = try deployed.options(as: "node")
        options.identity = .nkey(
            publicKey: try deployed.publicKey(of: "node"), seedFile: deployed.seedFile(of: "client"))
        let error = await refusal(options)
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("the seed or the .creds file is the one that belongs to it") == true)
    }

    @Test func `A seed that is not there is named`() async throws {
        var options = try deployed.options(as: "node")
        options.identity = .nkey(publicKey: try deployed.publicKey(of: "node"), seedFile: "/nowhere/node.nk")
        let error = await refusal(options)
        #expect(error?.code == .malformed)
        #expect(error?.message.contains("/nowhere/node.nk") == true)
    }

    @Test func `Servers whose authorities are not known are not talked to`() async throws {
        var options = try deployed.options(as: "node")
        options.tls = nil
        let error = await refusal(options)
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("unable to get local issuer certificate") == true)
        #expect(error?.message.contains("come from the authorities that this node was given") == true)
    }

    @Test func `A certificate for another host is not taken`() async throws {
        var options = try deployed.options(as: "node")
        options.servers = options.servers.map { $0.replacing("127.0.0.1", with: "localhost") }
        let error = await refusal(options)
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("hostname mismatch") == true)
    }

    @Test func `An expired certificate is not taken`() async throws {
        let certificate = try ExpiredCertificate(from: deployed.authorities)
        defer { certificate.remove() }
        var settings = NATSServerSettings()
        settings.lines = ["tls { cert_file: \"\(certificate.file)\", key_file: \"\(certificate.key)\" }"]
        try await NATSServer.with(settings) { server in
            var options = NATSOptions(servers: [server.url])
            options.tls = NATSOptions.TLS(authorities: deployed.authorities)
            let error = await refusal(options)
            #expect(error?.code == .unreachable)
            #expect(error?.message.contains("certificate has expired") == true)
            #expect(error?.message.contains("still valid") == true)
        }
    }
}
