import Cluster
import ClusterNATS
import NATSServerProcess
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct NATSBroadcastTests {
    @Test func `A message reaches all who have subscribed to its topic, in order`() async throws {
        try await NATSServer.with { server in
            let moments = Moments()
            let heard = Mutex<[String: [UInt8]]>([:])
            var places: [NATSBroadcast] = []
            var subscriptions: [BroadcastSubscription] = []
            for name in ["a", "b"] {
                let connection = try await NATSConnection.open(NATSOptions(servers: [server.url], name: name))
                let place = NATSBroadcast(connection: connection, cluster: "test")
                places.append(place)
                subscriptions.append(
                    try await place.subscribe(to: "heartbeats") { bytes in
                        heard.withLock { $0[name, default: []] += bytes }
                        moments.post(name)
                    })
            }
            for number: UInt8 in 0..<100 { try await places[0].publish([number], under: "heartbeats") }
            try await places[0].publish([1], under: "summaries")
            for name in ["a", "b"] { await moments.expect(name, 100) }
            let all = heard.withLock { $0 }
            #expect(all == ["a": Array(0..<100), "b": Array(0..<100)])
            subscriptions[0].end()
            try await places[1].publish([200], under: "heartbeats")
            await moments.expect("b", 101)
            #expect(moments.count("a") == 100)
        }
    }

    @Test func `A message that is too long is refused`() async throws {
        try await NATSServer.with { server in
            let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
            let broadcast = NATSBroadcast(connection: connection, cluster: "test")
            let long = [UInt8](repeating: 0, count: broadcast.messageBound + 1)
            let error = await #expect(throws: ClusterError.self) { try await broadcast.publish(long, under: "a") }
            #expect(error?.code == .malformed)
        }
    }
}
