import Center
import Cluster
import ContactCenter
import NIOCore

/// What stands between the reader of a stream of notices and the connection it goes out on: bytes, batch by batch.
///
/// It is bounded: a connection that takes nothing for so long that it overflows is given up, and its client resumes.
struct EventFeed: Sendable {
    private let continuation: AsyncStream<ByteBuffer>.Continuation

    /// The ends of a feed.
    static func make(bound: Int) -> (feed: EventFeed, bytes: AsyncStream<ByteBuffer>) {
        let (bytes, continuation) = AsyncStream.makeStream(
            of: ByteBuffer.self, bufferingPolicy: .bufferingOldest(bound))
        return (EventFeed(continuation: continuation), bytes)
    }

    private init(continuation: AsyncStream<ByteBuffer>.Continuation) {
        self.continuation = continuation
    }

    /// Sends notices as they come, until they end or the feed overflows.
    func send(_ notices: NoticeStream) async throws {
        while let batch = try await notices.next() {
            var encoder = NoticeEncoder()
            for item in batch { encoder.append(item) }
            guard offer(ByteBuffer(bytes: encoder.bytes)) else { return }
        }
    }

    /// Sends what changes of a contact until it has ended, or is gone, or the feed overflows.
    ///
    /// It is looked at once a second: its place changes with every contact ahead of it, more often than anybody reads.
    func follow(_ read: () async throws -> ContactStanding?) async throws {
        var last: ContactStanding?
        for await _ in SystemProtocolClock().ticks(every: .seconds(1)) {
            guard let standing = try await read() else { return }
            var encoder = NoticeEncoder()
            encoder.append(standing, after: last)
            if !encoder.bytes.isEmpty, !offer(ByteBuffer(bytes: encoder.bytes)) { return }
            if standing.contact.state == .ended { return }
            last = standing
        }
    }

    /// Sends a comment now and then, so that both ends learn when the connection is gone.
    func beat(every pause: Duration) async {
        let comment = ByteBuffer(string: ":\n\n")
        guard offer(comment) else { return }
        for await _ in SystemProtocolClock().ticks(every: pause) {
            guard offer(comment) else { return }
        }
    }

    /// Lets the other end know that nothing more will come.
    func finish() {
        continuation.finish()
    }

    private func offer(_ bytes: ByteBuffer) -> Bool {
        if case .enqueued = continuation.yield(bytes) { return true }
        continuation.finish()
        return false
    }
}
