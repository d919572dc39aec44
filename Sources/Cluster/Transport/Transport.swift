/// Carries packets between nodes.
///
/// Packets of one sender to one receiver arrive in the order in which their `send` calls began, or not at all; they
/// may be lost, and may come twice. The system calls `send` for one receiver only once the call before has returned,
/// so a transport holds no queue of its own: `send` waits until there is room (back-pressure). `sendAtOnce` counts as
/// a call of `send` in all this.
public protocol Transport: Sendable {
    /// Longest packet in bytes.
    var packetBound: Int { get }

    /// Begins to receive, as `node`; called once.
    ///
    /// - Parameter receive: Is handed each packet that arrives, one after another for one sender, from any thread but
    ///   under no lock: what the packet asks for begins there, up to where it has to wait.
    /// - Throws: ``ClusterError`` with `unreachable` when the network cannot be reached.
    func start(as node: NodeID, receive: @escaping @Sendable ([UInt8]) -> Void) async throws(ClusterError)

    /// Sends a packet, and returns once it was handed to the network.
    ///
    /// - Throws: ``ClusterError`` with `unreachable` when it is known that the packet has not arrived, `stopped`
    ///   after ``stop()``, `malformed` when the packet is longer than ``packetBound``.
    func send(_ packet: [UInt8], to node: NodeID) async throws(ClusterError)

    /// Sends a packet if it can be handed to the network at once, on the calling thread.
    ///
    /// - Returns: false when nothing was sent, for whatever reason: ``send(_:to:)`` would have to wait or would throw.
    func sendAtOnce(_ packet: [UInt8], to node: NodeID) -> Bool

    /// Ends receiving and sending.
    func stop() async
}

extension Transport {
    /// Sends nothing.
    public func sendAtOnce(_ packet: [UInt8], to node: NodeID) -> Bool { false }
}
