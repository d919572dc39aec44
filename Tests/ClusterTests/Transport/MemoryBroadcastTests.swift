import Cluster
import Testing

@Suite(.timeLimit(.minutes(1)))
struct MemoryBroadcastTests {
    private let network = MemoryNetwork()
    private let events = Events()

    private func listen(
        _ node: NodeID, to topic: BroadcastTopic = "heartbeats"
    ) async throws -> BroadcastSubscription {
        try await network.makeBroadcast(for: node).subscribe(to: topic) { [events] message in
            events.post("\(node) \(message)")
        }
    }

    @Test func everySubscriberHearsAMessageItsPublisherIncluded() async throws {
        let subscriptions = [try await listen("n1"), try await listen("n0"), try await listen("n2", to: "summaries")]
        try await network.makeBroadcast(for: "n0").publish([7], under: "heartbeats")
        #expect(events.all == ["n0 [7]", "n1 [7]"])
        withExtendedLifetime(subscriptions) {}
    }

    @Test func anEndedSubscriptionHearsNothing() async throws {
        let subscription = try await listen("n0")
        subscription.end()
        subscription.end()
        try await network.makeBroadcast(for: "n0").publish([7], under: "heartbeats")
        #expect(events.all == [])
    }

    @Test func aMessageMayBeLostForOneAndComeTwiceToAnother() async throws {
        let subscriptions = [try await listen("n0"), try await listen("n1")]
        network.intercept { passage in
            guard passage.topic == "heartbeats", passage.receiver == "n1" else { return }
            passage.deliver()
            passage.deliver()
        }
        try await network.makeBroadcast(for: "n0").publish([7], under: "heartbeats")
        #expect(events.all == ["n1 [7]", "n1 [7]"])
        withExtendedLifetime(subscriptions) {}
    }

    @Test func aMessageThatIsTooLongIsRefused() async throws {
        let long = Array(repeating: UInt8(0), count: 1_000_001)
        let broadcast = network.makeBroadcast(for: "n0")
        #expect(await errorCode { try await broadcast.publish(long, under: "heartbeats") } == .malformed)
    }
}
