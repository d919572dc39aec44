public import Cluster
import Synchronization

// The way of packets through NATS.
//
// Each node has one subscription, to `sundial.<cluster>.node.<node>`, and sends to the subjects of others; NATS keeps
// the order of one sender's messages to one subject. Nothing is asked of NATS but to pass on what it gets:
//
// - A packet for a node that nobody runs is lost without a word, as is one on its way while a server dies. Calls in
//   it end by their deadline. NATS' own `no responders` is not asked for: it would say that of a packet, not of the
//   calls in it, and who is there is known better from heartbeats.
// - While the server is lost, `send` throws `unreachable` at once, so that callers learn it and nothing old goes out
//   later. libnats finds the way back by itself and renews the subscription.
// - `send` waits while the server has not confirmed the last 64 KiB (``SendWindow``). Frames gather in the system's
//   links meanwhile, which are bounded.
// - Packets that come in wait in a bounded queue for the system, which begins what they ask for on the thread that
//   hands them over. Beyond the bound the newest are dropped, counted and told as a loss.

/// Carries packets over a NATS system.
public final class NATSTransport: Transport {
    /// What a transport has done and lost.
    public struct Figures: Hashable, Sendable {
        /// Packets dropped since the system took them in too slowly.
        public let dropped: Int
        /// Messages on the node's subject that were longer than any packet, and dropped.
        public let oversized: Int
        /// How often the server was lost and found again.
        public let reconnections: Int
    }

    /// Where a transport is in its life.
    private enum Phase {
        case idle
        case running(NATSSubscription)
        case stopped
    }

    /// The most packets that wait for the system to take them in.
    public static let pendingBound = 65_536

    public let packetBound = 1_000_000

    private let connection: NATSConnection
    private let cluster: String
    private let phase = Mutex(Phase.idle)
    private let isOpen = Atomic(false)
    private let oversized = Atomic(0)
    private let subjects = Mutex<[NodeID: NATSSubject]>([:])

    /// Makes a transport for a node of `cluster`; the connection may serve others too, and is not closed by it.
    public init(connection: NATSConnection, cluster: String) {
        self.connection = connection
        self.cluster = cluster
    }

    /// What was lost until now.
    public var figures: Figures {
        let dropped = phase.withLock { if case .running(let subscription) = $0 { subscription.dropped } else { 0 } }
        return Figures(
            dropped: dropped, oversized: oversized.load(ordering: .relaxed), reconnections: connection.reconnections)
    }

    /// Tells `observer` whenever packets may have been lost: what rests on having heard everything is to be asked for
    /// again. It is called on a thread of libnats and returns at once.
    public func observeLosses(_ observer: @escaping @Sendable () -> Void) {
        connection.observe { [cluster] event in
            switch event {
            case .reconnected: observer()
            case .slowConsumer(let subject) where subject.text.hasPrefix("sundial.\(NATSSubject.word(cluster)).node."):
                observer()
            case .disconnected, .closed, .slowConsumer, .refused: break
            }
        }
    }

    /// Begins to receive, as `node`; called once.
    ///
    /// - Throws: ``ClusterError`` with `unreachable` when there is no server, `malformed` when it takes no messages
    ///   of ``packetBound`` bytes, `stopped` when the transport was stopped.
    public func start(as node: NodeID, receive: @escaping @Sendable ([UInt8]) -> Void) async throws(ClusterError) {
        let places = connection.options.places
        guard !connection.isConnected || connection.payloadBound >= packetBound else {
            throw ClusterError(
                .malformed, "\(places) takes no messages of \(packetBound) bytes: set max_payload to 1MB or more")
        }
        isOpen.store(true, ordering: .releasing)
        let subscription = try await connection.subscribe(
            to: subject(of: node), pendingBound: Self.pendingBound
        ) { [weak self] message in
            self?.receive(message, receive)
        }
        let isStopped = phase.withLock { phase in
            if case .stopped = phase { return true }
            phase = .running(subscription)
            return false
        }
        if isStopped { throw ClusterError(.stopped, "\(node) receives nothing: the transport was stopped") }
    }

    public func send(_ packet: [UInt8], to node: NodeID) async throws(ClusterError) {
        guard isOpen.load(ordering: .acquiring) else {
            throw ClusterError(.stopped, "nothing can be sent to \(node): the transport is not running")
        }
        guard packet.count <= packetBound else {
            throw ClusterError(.malformed, "a packet of \(packet.count) bytes for \(node) is too long: send less")
        }
        try await connection.send(packet, to: subject(of: node))
    }

    public func sendAtOnce(_ packet: [UInt8], to node: NodeID) -> Bool {
        guard isOpen.load(ordering: .acquiring), packet.count <= packetBound else { return false }
        return connection.sendAtOnce(packet, to: subject(of: node))
    }

    public func stop() async {
        isOpen.store(false, ordering: .releasing)
        phase.withLock { $0 = .stopped }
    }

    /// The subject of a node, kept: the system bounds the number of its peers.
    private func subject(of node: NodeID) -> NATSSubject {
        subjects.withLock { subjects in
            if let known = subjects[node] { return known }
            let subject = NATSSubject.node(node, of: cluster)
            subjects[node] = subject
            return subject
        }
    }

    private func receive(_ message: borrowing NATSMessage, _ receive: @Sendable ([UInt8]) -> Void) {
        guard isOpen.load(ordering: .acquiring) else { return }
        guard message.count <= packetBound else {
            oversized.wrappingAdd(1, ordering: .relaxed)
            return
        }
        receive(message.bytes)
    }
}
