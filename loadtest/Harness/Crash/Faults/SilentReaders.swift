import NIOCore
import NIOPosix

/// Streams that were asked for and are never read.
struct SilentReaders: Sendable {
    private let channels: [NetworkChannel]

    /// Opens so many streams of a path.
    static func open(_ count: Int, of path: String, target: Target) async throws(HarnessError) -> SilentReaders {
        let request = RequestWriter(target: target, token: target.token).stream(path, after: nil)
        var channels: [NetworkChannel] = []
        do {
            for _ in 0..<count {
                let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                    .channelOption(.autoRead, value: false)
                    .channelOption(.socketOption(.so_rcvbuf), value: 4_096)
                    .connect(host: target.host, port: target.port).get()
                try await channel.writeAndFlush(request)
                channels.append(channel)
            }
        } catch {
            throw HarnessError(.node, "The stream \(path) cannot be opened: \(error).", cause: error)
        }
        return SilentReaders(channels: channels)
    }

    /// Ends them.
    func close() {
        for channel in channels { channel.close(promise: nil) }
    }
}
