import Synchronization

/// A subscription to a topic; ends when it is told to, or when nobody holds it any more.
public final class BroadcastSubscription: Sendable {
    private let cancel: Mutex<(@Sendable () -> Void)?>

    /// A subscription that `cancel` ends; it is called once at most, and returns at once.
    public init(cancel: @escaping @Sendable () -> Void) {
        self.cancel = Mutex(cancel)
    }

    deinit {
        end()
    }

    /// Ends it: nothing more is received, but for what is being handed over at the moment.
    public func end() {
        let cancel = cancel.withLock { cancel in
            defer { cancel = nil }
            return cancel
        }
        cancel?()
    }
}
