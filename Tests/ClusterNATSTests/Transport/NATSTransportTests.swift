import Cluster
import ClusterNATS
import NATSServerProcess
import Testing
import TransportConformance

@Suite(.timeLimit(.minutes(2)))
struct NATSTransportTests {
    @Test(arguments: TransportExpectation.all) func conforms(_ expectation: TransportExpectation) async throws {
        try await NATSServer.with { server in
            try await expectation.verify(
                TransportFixture {
                    let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
                    return NATSTransport(connection: connection, cluster: "test")
                })
        }
    }

    @Test func `Bytes of strangers on a node's subject are dropped without harm`() async throws {
        try await NATSCluster.run { cluster in
            let stranger = try await NATSConnection.open(NATSOptions(servers: [cluster.server.url]))
            let before = cluster.systems[1].figures.malformed
            let subject = NATSSubject.node("n1", of: "test")
            for bytes: [UInt8] in [[], [0], [1, 2], Array(repeating: 0xFF, count: 10_000)] {
                try await stranger.send(bytes, to: subject)
            }
            try await stranger.send(Array(repeating: 1, count: 2_000_000), to: subject)
            _ = try await stranger.subscribe(to: "flush") { _ in }
            let sum = try await cluster.clerk().add(1, 2)
            #expect(sum == 3)
            #expect(cluster.systems[1].figures.malformed == before + 4)
        }
    }

    @Test func `A server that takes too short messages is refused`() async throws {
        var settings = NATSServerSettings()
        settings.longestMessage = 65_536
        try await NATSServer.with(settings) { server in
            let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
            let transport = NATSTransport(connection: connection, cluster: "test")
            let error = await #expect(throws: ClusterError.self) { try await transport.start(as: "a") { _ in } }
            #expect(error?.code == .malformed)
        }
    }

    @Test func `Packets that are not taken in are dropped beyond the bound, counted and told`() async throws {
        try await NATSServer.with { server in
            let moments = Moments()
            let receiver = NATSTransport(
                connection: try await NATSConnection.open(NATSOptions(servers: [server.url])), cluster: "test")
            receiver.observeLosses { moments.post("lost") }
            let gate = Blocker()
            try await receiver.start(as: "slow") { _ in gate.pass() }
            let sender = NATSTransport(
                connection: try await NATSConnection.open(NATSOptions(servers: [server.url])), cluster: "test")
            try await sender.start(as: "quick") { _ in }
            for _ in 0..<NATSTransport.pendingBound + 1_000 { try await sender.send([1], to: "slow") }
            await moments.expect("lost")
            #expect(receiver.figures.dropped > 0)
            gate.open()
            await receiver.stop()
            await sender.stop()
        }
    }
}
