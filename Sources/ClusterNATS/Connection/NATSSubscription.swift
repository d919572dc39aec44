import CNATS
import Cluster
import Dispatch

/// A subscription to a subject; ends when nobody holds it any more.
///
/// `@unchecked Sendable`: libnats guards what the pointer leads to by a lock of its own, and the pointer never changes.
public final class NATSSubscription: @unchecked Sendable {
    /// What libnats holds on to until the handler has returned for the last time.
    private final class Receiver: Sendable {
        let handle: @Sendable (borrowing NATSMessage) -> Void

        init(_ handle: @escaping @Sendable (borrowing NATSMessage) -> Void) {
            self.handle = handle
        }
    }

    /// What is subscribed to.
    public let subject: NATSSubject

    private let connection: NATSConnection
    private let handle: OpaquePointer

    /// Subscribes; on the connection's queue.
    init(
        to subject: NATSSubject, of connection: NATSConnection, handle server: OpaquePointer, pendingBound: Int,
        handler: @escaping @Sendable (borrowing NATSMessage) -> Void
    ) throws(ClusterError) {
        let receiver = Unmanaged.passRetained(Receiver(handler))
        var handle: OpaquePointer?
        let status = natsConnection_Subscribe(
            &handle, server, subject.text,
            { _, _, message, receiver in
                guard let message, let receiver else { return }
                DeliveringThread.deliver {
                    Unmanaged<Receiver>.fromOpaque(receiver).takeUnretainedValue().handle(NATSMessage(taking: message))
                }
            }, receiver.toOpaque())
        guard status == NATS_OK, let handle else {
            receiver.release()
            throw ClusterError(status, "\(subject) was not subscribed to", at: connection.options.places)
        }
        self.subject = subject
        self.connection = connection
        self.handle = handle
        connection.notices.enter(handle, subject)
        // If the connection was closed in between, libnats does not say when it is done: the receiver stays.
        natsSubscription_SetOnCompleteCB(
            handle, { if let receiver = $0 { Unmanaged<Receiver>.fromOpaque(receiver).release() } },
            receiver.toOpaque())
        natsSubscription_SetPendingLimits(handle, Int32(clamping: pendingBound), Int32(clamping: pendingBound * 1_024))
    }

    deinit {
        nonisolated(unsafe) let handle = handle
        let connection = connection
        connection.notices.forget(handle)
        connection.queue.async {
            natsSubscription_Destroy(handle)
            withExtendedLifetime(connection) {}
        }
    }

    /// How many messages were dropped since the handler was too slow.
    public var dropped: Int {
        var count: Int64 = 0
        return natsSubscription_GetDropped(handle, &count) == NATS_OK ? Int(count) : 0
    }
}
