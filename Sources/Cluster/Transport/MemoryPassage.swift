/// A packet, or a broadcast message for one of its receivers, on its way through a ``MemoryNetwork``.
public struct MemoryPassage: Sendable {
    /// The node that sent it.
    public let sender: NodeID
    /// The node it is for.
    public let receiver: NodeID
    /// What a message is published under; nil for a packet.
    public let topic: BroadcastTopic?
    /// The packet or message.
    public let bytes: [UInt8]
    let network: MemoryNetwork

    /// Hands it to its receiver, if that is still there; may be called later, again, or never.
    public func deliver() {
        if let topic {
            network.deliver(bytes, under: topic, to: receiver)
        } else {
            network.deliver(bytes, to: receiver)
        }
    }
}
