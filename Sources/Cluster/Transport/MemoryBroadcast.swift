/// A node's way to tell all nodes of a ``MemoryNetwork`` something.
public struct MemoryBroadcast: Broadcast {
    public let messageBound = FrameBounds.packet

    private let network: MemoryNetwork
    private let node: NodeID

    init(network: MemoryNetwork, node: NodeID) {
        self.network = network
        self.node = node
    }

    public func publish(_ message: [UInt8], under topic: BroadcastTopic) async throws(ClusterError) {
        guard message.count <= messageBound else {
            throw ClusterError(
                .malformed, "a message of \(message.count) bytes under \(topic) is too long: publish less")
        }
        network.publish(message, under: topic, from: node)
    }

    public func subscribe(
        to topic: BroadcastTopic, receive: @escaping @Sendable ([UInt8]) -> Void
    ) async throws(ClusterError) -> BroadcastSubscription {
        let number = network.subscribe(node, to: topic, receive: receive)
        return BroadcastSubscription { [network, node] in network.unsubscribe(node, from: topic, number) }
    }
}
