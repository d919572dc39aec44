import NATSServerProcess
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import LoadHarness

@Suite struct TCPRelayTests {
    private static let callers = 32

    /// Says back whatever is said.
    private final class Echo: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            context.writeAndFlush(data, promise: nil)
        }
    }

    /// Counts the bytes that have come.
    private final class Counter: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        let count = Atomic(0)

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            count.add(unwrapInboundIn(data).readableBytes, ordering: .relaxed)
        }

        func wait(for count: Int) async throws {
            while self.count.load(ordering: .relaxed) < count { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    @Test(.timeLimit(.minutes(1))) func allWhoCameAtOnceAreStoppedAndPassedOnLater() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let echo = try await ServerBootstrap(group: group)
            .childChannelInitializer { $0.pipeline.addHandler(Echo()) }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(LoopbackPort.free(1).first)
        let relay = TCPRelay(port: port, target: try #require(echo.localAddress?.port))
        try await relay.start()
        let counter = Counter()
        let connecting = (0..<Self.callers).map { _ in
            ClientBootstrap(group: group).channelInitializer { $0.pipeline.addHandler(counter) }
                .connect(host: "127.0.0.1", port: port)
        }
        let callers = try await EventLoopFuture.whenAllSucceed(connecting, on: group.next()).get()
        for caller in callers { try await caller.writeAndFlush(ByteBuffer(string: "?")) }
        try await counter.wait(for: Self.callers)

        relay.stop(Set(TCPRelay.Way.allCases))
        for caller in callers { try await caller.writeAndFlush(ByteBuffer(string: "?")) }
        try await Task.sleep(for: .milliseconds(300))
        #expect(counter.count.load(ordering: .relaxed) == Self.callers)
        relay.stop([])
        try await counter.wait(for: 2 * Self.callers)

        relay.end()
        try await echo.close()
    }
}
