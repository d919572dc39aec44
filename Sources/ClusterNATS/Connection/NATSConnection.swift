import CNATS
public import Cluster
import Dispatch
import Synchronization

// One connection of libnats and everything that may touch its pointer.
//
// Threads. libnats has its own for reading, for each subscription's handler and for its notices. Calls that may
// block (connecting, subscribing, waiting for the server, closing) run on a queue of this connection, never on the
// cooperative pool. Publishing writes to the socket on the spot, which blocks only when the socket is full: `send`
// counts the bytes the server has not confirmed and waits, without a thread, before there can be that many.
//
// Lifetimes. The pointer is destroyed when nobody holds the connection any more, on its queue; subscriptions hold
// it. What libnats calls back is found by number (``NATSNotices``) or kept until libnats says it was the last call
// (``NATSSubscription``), so a notice that races with the end finds nothing.
//
// While the server is lost, libnats holds the connection's lock for as long as an attempt to connect takes. So
// nothing is called then but on the queue, and what is to be sent is refused at once instead of being kept for later.

/// A connection to a NATS system that finds its way back for as long as it is open.
///
/// `@unchecked Sendable`: libnats guards what the pointer leads to by locks of its own, and the pointer never changes.
public final class NATSConnection: @unchecked Sendable {
    /// How it was opened.
    public let options: NATSOptions

    private let handle: OpaquePointer
    let notices: NATSNotices
    let queue: DispatchQueue
    private let sending = Mutex(Sending())

    private struct Sending {
        var window = SendWindow(bound: windowBound)
        var waiting: [UInt64: CheckedContinuation<Void, Never>] = [:]
    }

    /// The most bytes that the server has not confirmed: what any socket takes without blocking.
    static let windowBound = 65_536

    private init(_ handle: OpaquePointer, _ options: NATSOptions, _ notices: NATSNotices, _ queue: DispatchQueue) {
        self.handle = handle
        self.options = options
        self.notices = notices
        self.queue = queue
    }

    deinit {
        nonisolated(unsafe) let handle = handle
        let notices = notices
        queue.async {
            natsConnection_Destroy(handle)
            notices.withdraw()
        }
    }

    /// Connects.
    ///
    /// - Throws: ``ClusterError`` with `unreachable` when no server answers or none takes the identity, `malformed`
    ///   when the options make no sense.
    public static func open(_ options: NATSOptions) async throws(ClusterError) -> NATSConnection {
        let queue = DispatchQueue(label: "nats.\(options.name)")
        return try await result(on: queue) { () throws(ClusterError) in
            let notices = NATSNotices()
            do throws(ClusterError) {
                let handle = try options.connect(telling: notices)
                return NATSConnection(handle, options, notices, queue)
            } catch {
                notices.withdraw()
                throw error
            }
        }
    }

    /// Whether there is a server at the moment, as far as is known.
    public var isConnected: Bool { notices.isConnected }

    /// How often a server was lost and found again.
    public var reconnections: Int { notices.reconnections }

    /// The longest message in bytes that the server takes.
    public var payloadBound: Int { isConnected ? Int(natsConnection_GetMaxPayload(handle)) : 0 }

    /// Tells `observer` of everything that happens from now on, one after another on a thread of libnats; it returns
    /// at once. It is kept for as long as the connection.
    public func observe(_ observer: @escaping @Sendable (NATSEvent) -> Void) {
        notices.observe(observer)
    }

    /// Lends libnats' pointer, a `natsConnection *`, for calls that do not block.
    public func withHandle<Result, Failure: Error>(
        _ body: (OpaquePointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(handle)
    }

    /// Lends libnats' pointer, a `natsConnection *`, for calls that block. Such calls run one after another.
    public func blocking<Result: Sendable>(
        _ body: @escaping @Sendable (OpaquePointer) throws(ClusterError) -> Result
    ) async throws(ClusterError) -> Result {
        try await Self.result(on: queue) { () throws(ClusterError) in try body(self.handle) }
    }

    /// Publishes on the calling thread, which it blocks while the socket is full; not for the cooperative pool.
    ///
    /// - Throws: ``ClusterError`` with `unreachable`, `malformed` when it is too long, `stopped` after ``close()``.
    public func publish(
        _ bytes: [UInt8], to subject: NATSSubject, reply: NATSSubject? = nil
    ) throws(ClusterError) {
        try checkConnected("nothing was published under \(subject)")
        let count = Int32(clamping: bytes.count)
        let status =
            if let reply {
                natsConnection_PublishRequest(handle, subject.text, reply.text, bytes, count)
            } else {
                natsConnection_Publish(handle, subject.text, bytes, count)
            }
        try ClusterError.check(status, "nothing was published under \(subject)", at: options.places)
    }

    /// Publishes once the server has confirmed enough of what was sent before; nothing is kept for later.
    ///
    /// - Throws: ``ClusterError`` with `unreachable`, `malformed` when it is too long, `stopped` after ``close()``.
    public func send(
        _ bytes: [UInt8], to subject: NATSSubject, reply: NATSSubject? = nil
    ) async throws(ClusterError) {
        try checkConnected("nothing was sent under \(subject)")
        let size = bytes.count + subject.text.utf8.count + 32
        await room(for: size)
        defer { if sending.withLock({ $0.window.beginConfirmation() }) { confirm() } }
        if size <= Self.windowBound {
            try publish(bytes, to: subject, reply: reply)
        } else {
            try await Self.result(on: queue) { () throws(ClusterError) in
                try self.publish(bytes, to: subject, reply: reply)
            }
        }
    }

    /// Publishes on the calling thread if nothing has to be waited for: the server is there and has confirmed enough.
    ///
    /// - Returns: false when nothing was sent: ``send(_:to:reply:)`` would have to wait or would throw.
    public func sendAtOnce(_ bytes: [UInt8], to subject: NATSSubject) -> Bool {
        var status = NATS_OK
        let isIn = sendAtOnce(bytes.count + subject.text.utf8.count + 32) {
            status = natsConnection_Publish(handle, subject.text, bytes, Int32(clamping: bytes.count))
        }
        return isIn && status == NATS_OK
    }

    /// Runs `publish` on the calling thread if the server is there and has confirmed enough for `size` bytes more.
    ///
    /// - Returns: Whether it has run.
    func sendAtOnce(_ size: Int, _ publish: () -> Void) -> Bool {
        guard isConnected, size <= Self.windowBound, sending.withLock({ $0.window.letIn(size) }) else { return false }
        publish()
        if sending.withLock({ $0.window.beginConfirmation() }) { confirm() }
        return true
    }

    /// Begins to hand over what is published under a subject; returns once the server knows.
    ///
    /// - Parameters:
    ///   - pendingBound: The most messages that wait for the handler; beyond it the newest are dropped and counted.
    ///   - handler: Is handed one message after another, in the order in which the server sent them, on a thread of
    ///     libnats.
    /// - Throws: ``ClusterError`` with `unreachable`, also when the user may not; `stopped` after ``close()``.
    public func subscribe(
        to subject: NATSSubject,
        pendingBound: Int = 65_536,
        handler: @escaping @Sendable (borrowing NATSMessage) -> Void
    ) async throws(ClusterError) -> NATSSubscription {
        try await Self.result(on: queue) { () throws(ClusterError) in
            let subscription = try NATSSubscription(
                to: subject, of: self, handle: self.handle, pendingBound: pendingBound, handler: handler)
            let status = natsConnection_FlushTimeout(self.handle, self.options.connectTimeout.milliseconds)
            try ClusterError.check(status, "\(subject) was not subscribed to", at: self.options.places)
            try self.checkPermission(toSubscribe: subject)
            return subscription
        }
    }

    /// Throws when the server's last complaint was that this user may not subscribe to `subject`; on the queue.
    private func checkPermission(toSubscribe subject: NATSSubject) throws(ClusterError) {
        var text: UnsafePointer<CChar>?
        guard natsConnection_GetLastError(handle, &text) == NATS_NOT_PERMITTED,
            let complaint = text.map({ String(cString: $0) }), complaint.contains("\"\(subject)\"")
        else { return }
        throw ClusterError(
            .unreachable,
            "\(subject) was not subscribed to: \(options.places) refuses it (\(complaint)); give this user that "
                + "permission in the servers' accounts")
    }

    /// Sends what waits, then ends the connection and its subscriptions.
    public func close() async {
        await withCheckedContinuation { continuation in
            queue.async {
                natsConnection_Close(self.handle)
                continuation.resume()
            }
        }
    }

    private func checkConnected(_ failed: @autoclosure () -> String) throws(ClusterError) {
        guard !isConnected else { return }
        throw ClusterError(notices.isClosed ? NATS_CONNECTION_CLOSED : NATS_NO_SERVER, failed(), at: options.places)
    }

    /// Waits until `size` bytes may be sent. It ends when the server confirms or is given up, so it needs no
    /// cancellation: the wait is as short as the server's patience.
    private func room(for size: Int) async {
        if sending.withLock({ $0.window.letIn(size) }) { return }
        await withCheckedContinuation { continuation in
            let (isIn, isFull) = sending.withLock { sending in
                if sending.window.letIn(size) { return (true, false) }
                sending.waiting[sending.window.wait(size)] = continuation
                return (false, sending.window.beginConfirmation())
            }
            if isIn { continuation.resume() }
            if isFull { confirm() }
        }
    }

    /// Asks the server whether it has everything, on the queue.
    private func confirm() {
        queue.async {
            let status = natsConnection_FlushTimeout(self.handle, self.options.writeDeadline.milliseconds)
            if status == NATS_TIMEOUT, self.isConnected { return self.confirm() }
            let (admitted, again) = self.sending.withLock { sending in
                status == NATS_OK ? sending.window.endConfirmation() : sending.window.reset()
                let admitted = sending.window.admitted().compactMap { sending.waiting.removeValue(forKey: $0) }
                // Those let in ask for the next confirmation themselves, once they have published.
                return (admitted, admitted.isEmpty && sending.window.beginConfirmation())
            }
            for sender in admitted { sender.resume() }
            if again { self.confirm() }
        }
    }

    private static func result<Result: Sendable>(
        on queue: DispatchQueue, _ body: @escaping @Sendable () throws(ClusterError) -> Result
    ) async throws(ClusterError) -> Result {
        let result = await withCheckedContinuation { continuation in
            queue.async {
                do throws(ClusterError) {
                    continuation.resume(returning: Swift.Result<Result, ClusterError>.success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
