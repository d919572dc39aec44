import NIOCore
import NIOPosix
import Synchronization

/// Sends something again and again, each time after something came back, and measures how long that took.
final class EchoClient: Sendable {
    /// Which end of the connection sends what is measured.
    enum Sender {
        case client, peer
    }

    private let loop: any EventLoop
    private let state = Mutex(State())

    private struct State {
        var channel: (any Channel)?
        var peer: (any Channel)?
        var receipt: CheckedContinuation<NIODeadline, any Error>?
        var peerAwaited: CheckedContinuation<Void, Never>?
    }

    init(loop: any EventLoop) { self.loop = loop }

    func connect(host: String, port: Int) async throws {
        let channel = try await ClientBootstrap(group: loop)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .channelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ReceiptHandler(client: self))
                }
            }
            .connect(host: host, port: port).get()
        state.withLock { $0.channel = channel }
    }

    /// The other end has taken the connection.
    func accepted(_ channel: any Channel) {
        let awaited = state.withLock { state in
            state.peer = channel
            defer { state.peerAwaited = nil }
            return state.peerAwaited
        }
        awaited?.resume()
    }

    /// Waits until the other end has taken the connection.
    func awaitPeer() async throws {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.peer == nil { state.peerAwaited = continuation }
                return state.peer != nil
            }
            if isThere { continuation.resume() }
        }
    }

    /// How long each of so many took, in microseconds.
    func measure(
        _ count: Int, by sender: Sender = .client, _ send: @escaping @Sendable (any Channel) -> Void
    ) async throws -> [Int64] {
        let channel = state.withLock { sender == .client ? $0.channel : $0.peer }
        guard let channel else { throw HarnessError(.measurement, "The connection is gone.") }
        var spans: [Int64] = []
        for _ in 0..<count {
            let start = NIODeadline.now()
            let end = try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.receipt = continuation }
                send(channel)
            }
            spans.append((end - start).nanoseconds / 1_000)
        }
        return spans
    }

    func received() {
        let at = NIODeadline.now()
        takeReceipt()?.resume(returning: at)
    }

    func lost() {
        takeReceipt()?.resume(throwing: HarnessError(.measurement, "The connection was closed by the other end."))
    }

    func close() async {
        let channels = state.withLock { [$0.channel, $0.peer] }
        for channel in channels { try? await channel?.close() }
    }

    private func takeReceipt() -> CheckedContinuation<NIODeadline, any Error>? {
        state.withLock { state in
            defer { state.receipt = nil }
            return state.receipt
        }
    }
}

/// Tells an echo client of what comes.
private final class ReceiptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let client: EchoClient

    init(client: EchoClient) { self.client = client }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { client.received() }

    func channelInactive(context: ChannelHandlerContext) {
        client.lost()
        context.fireChannelInactive()
    }
}
