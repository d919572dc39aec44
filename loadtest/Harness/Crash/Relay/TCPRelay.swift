import NIOCore
import NIOPosix
import Synchronization

/// Passes on what two programs say to each other over TCP, and can cease to, either way.
///
/// What is said while a way is stopped is kept and passed on later, late as it is, as a network may do: nobody's
/// connection breaks.
final class TCPRelay: Sendable {
    /// The way that bytes take.
    enum Way: CaseIterable, Sendable {
        /// From the program that connects to the one that listens.
        case out
        /// From the program that listens to the one that connects.
        case back
    }

    private struct Passage {
        let caller: NetworkChannel
        let callee: NetworkChannel
    }

    private struct State {
        var listener: NetworkChannel?
        /// By their callers.
        var passages: [ObjectIdentifier: Passage] = [:]
        var stopped: Set<Way> = []
    }

    /// Where callers connect.
    let port: Int
    private let target: Int
    private let sieve: AcknowledgementSieve.Switch?
    private let state = Mutex(State())

    /// A relay that does not listen yet.
    ///
    /// - Parameters:
    ///   - port: Where it is to listen on 127.0.0.1.
    ///   - target: The port of 127.0.0.1 that it leads to.
    ///   - sieve: Decides which acknowledgements of NATS are passed on; nil passes everything on.
    init(port: Int, target: Int, sieve: AcknowledgementSieve.Switch? = nil) {
        self.port = port
        self.target = target
        self.sieve = sieve
    }

    /// Begins to listen.
    func start() async throws(HarnessError) {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.autoRead, value: false)
            .childChannelInitializer { self.begin($0) }
        do {
            let listener = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            state.withLock { $0.listener = listener }
        } catch {
            throw HarnessError(.node, "Nothing can listen on port \(port) of 127.0.0.1: \(error).", cause: error)
        }
    }

    /// Stops these ways, and lets the others go on.
    func stop(_ ways: Set<Way>) {
        let passages = state.withLock { state in
            state.stopped = ways
            return state.passages.values
        }
        for passage in passages { set(passage, stopped: ways) }
    }

    /// Ends every connection and listens no more.
    func end() {
        let (listener, passages) = state.withLock { ($0.listener, $0.passages.values) }
        listener?.close(promise: nil)
        for passage in passages { passage.caller.close(promise: nil) }
    }

    private func begin(_ caller: NetworkChannel) -> EventLoopFuture<Void> {
        ClientBootstrap(group: caller.eventLoop)
            .channelOption(.autoRead, value: false)
            .channelInitializer { [sieve] callee in
                callee.eventLoop.makeCompletedFuture {
                    if let sieve { try callee.pipeline.syncOperations.addHandler(AcknowledgementSieve(sieve)) }
                    try callee.pipeline.syncOperations.addHandler(RelayHandler(to: caller))
                }
            }
            .connect(host: "127.0.0.1", port: target)
            .flatMap { callee in
                caller.eventLoop.makeCompletedFuture {
                    try caller.pipeline.syncOperations.addHandler(RelayHandler(to: callee))
                    self.enter(Passage(caller: caller, callee: callee))
                }
            }
    }

    private func enter(_ passage: Passage) {
        let key = ObjectIdentifier(passage.caller)
        let stopped = state.withLock { state in
            state.passages[key] = passage
            return state.stopped
        }
        passage.caller.closeFuture.whenComplete { _ in self.state.withLock { $0.passages[key] = nil } }
        set(passage, stopped: stopped)
    }

    private func set(_ passage: Passage, stopped: Set<Way>) {
        _ = passage.caller.setOption(.autoRead, value: !stopped.contains(.out))
        _ = passage.callee.setOption(.autoRead, value: !stopped.contains(.back))
    }
}

/// Writes whatever one side says to the other.
private final class RelayHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: NetworkChannel

    init(to other: NetworkChannel) {
        self.other = other
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        other.write(unwrapInboundIn(data), promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        other.flush()
    }

    func channelInactive(context: ChannelHandlerContext) {
        other.close(promise: nil)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
