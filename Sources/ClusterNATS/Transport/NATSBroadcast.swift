public import Cluster
import Synchronization

/// Tells all nodes of a cluster something, over a NATS system.
///
/// Each topic is a subject; a message reaches those who have subscribed at the moment.
public struct NATSBroadcast: Broadcast {
    public let messageBound = 1_000_000

    private let connection: NATSConnection
    private let cluster: String

    /// The way to the nodes of `cluster`; the connection may serve others too.
    public init(connection: NATSConnection, cluster: String) {
        self.connection = connection
        self.cluster = cluster
    }

    public func publish(_ message: [UInt8], under topic: BroadcastTopic) async throws(ClusterError) {
        guard message.count <= messageBound else {
            throw ClusterError(
                .malformed, "a message of \(message.count) bytes under \(topic) is too long: publish less")
        }
        try await connection.send(message, to: .topic(topic, of: cluster))
    }

    public func subscribe(
        to topic: BroadcastTopic, receive: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(ClusterError) -> BroadcastSubscription {
        let isOpen = Gate()
        let subscription = try await connection.subscribe(to: .topic(topic, of: cluster)) { message in
            if isOpen.value.load(ordering: .acquiring) { receive(message.bytes) }
        }
        return BroadcastSubscription {
            isOpen.value.store(false, ordering: .releasing)
            withExtendedLifetime(subscription) {}
        }
    }

    /// Whether a subscription still wants messages.
    private final class Gate: Sendable {
        let value = Atomic(true)
    }
}
