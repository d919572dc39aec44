import Synchronization

/// What has happened in a test, in order, to be awaited one by one; for one waiter.
final class Events: Sendable {
    private let stream: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation
    private let posted = Mutex<[String]>([])

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// All events so far.
    var all: [String] { posted.withLock { $0 } }

    func post(_ event: String) {
        posted.withLock { $0.append(event) }
        continuation.yield(event)
    }

    /// Waits until an event has come; events before it are passed over.
    func expect(_ event: String) async {
        for await next in stream where next == event { return }
    }
}
