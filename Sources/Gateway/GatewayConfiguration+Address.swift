import Glibc
import NIOCore
import NIOPosix

extension GatewayConfiguration {
    /// Listens on the address for a moment, so that what cannot start fails before it has made anything.
    ///
    /// - Throws: ``ListeningError`` when another process listens there, or this one cannot.
    public func checkAddress() async throws(ListeningError) {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port).get()
            try await channel.close()
        } catch {
            let (code, obstacle) = Self.obstacle(error)
            throw ListeningError(
                code: code, message: "\(host):\(port) cannot be listened on: \(obstacle).", cause: error)
        }
    }

    private static func obstacle(_ error: any Error) -> (code: ListeningError.Code, text: String) {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: (.inUse, "another process listens there")
        case EADDRNOTAVAIL: (.noSuchAddress, "this machine has no such address")
        case EACCES: (.notPermitted, "this user may not")
        default: (.other, "\(error)")
        }
    }
}
