import Synchronization

/// A network within this process that joins the transports of several systems.
///
/// A packet reaches its receiver before `send` returns, so packets stay in order, and so do broadcast messages, which
/// reach node after node in the order of their names. An interceptor may hold either back, lose or repeat them.
public final class MemoryNetwork: Sendable {
    /// Decides what becomes of a packet, or of a message on its way to one node, by calling
    /// ``MemoryPassage/deliver()`` never, now, later, or more than once.
    public typealias Interceptor = @Sendable (MemoryPassage) -> Void

    private struct State {
        var receivers: [NodeID: @Sendable ([UInt8]) -> Void] = [:]
        var interceptor: Interceptor?
        var awaiting: [NodeID: [CheckedContinuation<Void, Never>]] = [:]
        var subscribers: [BroadcastTopic: [NodeID: [UInt64: @Sendable ([UInt8]) -> Void]]] = [:]
        var subscriptions: UInt64 = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// A transport that belongs to this network.
    public func makeTransport() -> MemoryTransport {
        MemoryTransport(network: self)
    }

    /// What a node of this network broadcasts by.
    public func makeBroadcast(for node: NodeID) -> MemoryBroadcast {
        MemoryBroadcast(network: self, node: node)
    }

    /// Puts every later packet and message into the hands of `interceptor`; nil delivers them all again.
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
        interceptor(MemoryPassage(sender: sender, receiver: receiver, topic: nil, bytes: bytes, network: self))
    }

    func deliver(_ bytes: [UInt8], to receiver: NodeID) {
        state.withLock { $0.receivers[receiver] }?(bytes)
    }

    func publish(_ message: [UInt8], under topic: BroadcastTopic, from sender: NodeID) {
        let (receivers, interceptor) = state.withLock { state in
            (state.subscribers[topic, default: [:]].keys.sorted(), state.interceptor)
        }
        for receiver in receivers {
            let passage = MemoryPassage(
                sender: sender, receiver: receiver, topic: topic, bytes: message, network: self)
            if let interceptor { interceptor(passage) } else { passage.deliver() }
        }
    }

    func deliver(_ message: [UInt8], under topic: BroadcastTopic, to receiver: NodeID) {
        let subscribers = state.withLock { $0.subscribers[topic]?[receiver] ?? [:] }
        for (_, receive) in subscribers.sorted(by: { $0.key < $1.key }) { receive(message) }
    }

    func subscribe(
        _ node: NodeID, to topic: BroadcastTopic, receive: @escaping @Sendable ([UInt8]) -> Void
    ) -> UInt64 {
        state.withLock { state in
            state.subscriptions += 1
            state.subscribers[topic, default: [:]][node, default: [:]][state.subscriptions] = receive
            return state.subscriptions
        }
    }

    func unsubscribe(_ node: NodeID, from topic: BroadcastTopic, _ number: UInt64) {
        state.withLock { state in
            state.subscribers[topic]?[node]?[number] = nil
            if state.subscribers[topic]?[node]?.isEmpty == true { state.subscribers[topic]?[node] = nil }
        }
    }
}
