import Synchronization

/// A node's place in a ``MemoryNetwork``.
public final class MemoryTransport: Transport {
    public let packetBound = FrameBounds.packet

    private let network: MemoryNetwork
    private let node = Mutex<NodeID?>(nil)

    init(network: MemoryNetwork) {
        self.network = network
    }

    public func start(as node: NodeID, receive: @escaping @Sendable ([UInt8]) -> Void) async throws(ClusterError) {
        self.node.withLock { $0 = node }
        network.join(node, receive: receive)
    }

    public func send(_ packet: [UInt8], to receiver: NodeID) async throws(ClusterError) {
        guard let sender = node.withLock({ $0 }) else {
            throw ClusterError(.stopped, "nothing can be sent to \(receiver): the transport is not running")
        }
        guard packet.count <= packetBound else {
            throw ClusterError(.malformed, "a packet of \(packet.count) bytes for \(receiver) is too long: send less")
        }
        try network.send(packet, from: sender, to: receiver)
    }

    public func stop() async {
        let left = node.withLock { node in
            defer { node = nil }
            return node
        }
        if let left { network.leave(left) }
    }
}
