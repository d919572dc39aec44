import Synchronization

/// A network within this process that joins the transports of several systems.
///
/// A packet reaches its receiver before `send` returns, so packets stay in order. An interceptor may hold them back,
/// lose or repeat them.
public final class MemoryNetwork: Sendable {
    /// Decides what becomes of a packet, by calling ``MemoryPassage/deliver()`` never, now, later, or more than once.
    public typealias Interceptor = @Sendable (MemoryPassage) -> Void

    private struct State {
        var receivers: [NodeID: @Sendable ([UInt8]) -> Void] = [:]
        var interceptor: Interceptor?
        var awaiting: [NodeID: [CheckedContinuation<Void, Never>]] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    /// A transport that belongs to this network.
    public func makeTransport() -> MemoryTransport {
        MemoryTransport(network: self)
    }

    /// Puts every later packet into the hands of `interceptor`; nil delivers them all again.
    public func intercept(_ interceptor: Interceptor?) {
        state.withLock { $0.interceptor = interceptor }
    }

    /// Waits until a node receives, for ever if it never does.
    public func joined(_ node: NodeID) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                let isThere = state.receivers[node] != nil
                if !isThere { state.awaiting[node, default: []].append(continuation) }
                return isThere
            }
            if isThere { continuation.resume() }
        }
    }

    func join(_ node: NodeID, receive: @escaping @Sendable ([UInt8]) -> Void) {
        let awaiting = state.withLock { state in
            state.receivers[node] = receive
            return state.awaiting.removeValue(forKey: node) ?? []
        }
        for continuation in awaiting { continuation.resume() }
    }

    func leave(_ node: NodeID) {
        state.withLock { $0.receivers[node] = nil }
    }

    func send(_ bytes: [UInt8], from sender: NodeID, to receiver: NodeID) throws(ClusterError) {
        let (isThere, interceptor) = state.withLock { ($0.receivers[receiver] != nil, $0.interceptor) }
        guard isThere else {
            throw ClusterError(.unreachable, "no node \(receiver) is joined to the network: start it or ask another")
        }
        guard let interceptor else { return deliver(bytes, to: receiver) }
        interceptor(MemoryPassage(sender: sender, receiver: receiver, bytes: bytes, network: self))
    }

    func deliver(_ bytes: [UInt8], to receiver: NodeID) {
        state.withLock { $0.receivers[receiver] }?(bytes)
    }
}
