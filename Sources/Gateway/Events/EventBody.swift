import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// The body of an event stream: it ends when the client goes, the center ends it, or the node shuts down.
struct EventBody: Sendable {
    let request: Request
    let token: String
    let census: StreamCensus
    let limits: GatewayLimits
    /// Reads the center's notices into a feed.
    let read: @Sendable (EventFeed) async throws -> Void

    @concurrent func write(to writer: inout any ResponseBodyWriter) async throws {
        if census.enter(token) {
            defer { census.leave(token) }
            let (feed, bytes) = EventFeed.make(bound: limits.waitingBatches)
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask { await fill(feed) }
                group.addTask { await feed.beat(every: limits.heartbeat) }
                for await buffer in bytes { try await writer.write(buffer) }
                group.cancelAll()
            }
        }
        try await writer.finish(nil)
    }

    /// Fills the feed until the center ends the notices, the client goes, or the node shuts down.
    private func fill(_ feed: EventFeed) async {
        defer { feed.finish() }
        // Whatever ends the notices ends the stream; its client comes again and is told why there.
        try? await request.body.consumeWithCancellationOnInboundClose { _ in
            try await cancelWhenGracefulShutdown { try await read(feed) }
        }
    }
}
