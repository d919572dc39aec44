/// A packet on its way through a ``MemoryNetwork``.
public struct MemoryPassage: Sendable {
    /// The node that sent it.
    public let sender: NodeID
    /// The node it is for.
    public let receiver: NodeID
    /// The packet.
    public let bytes: [UInt8]
    let network: MemoryNetwork

    /// Hands the packet to its receiver, if it is still there; may be called later, again, or never.
    public func deliver() {
        network.deliver(bytes, to: receiver)
    }
}
