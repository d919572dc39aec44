import ContactCenter

/// One caller who waits for the word of another partition on an accept; used by its host alone.
final class ForwardedAccept {
    /// Is answered once what became of the accept is known and durable.
    let waiter: OutputWaiter
    /// What became of it.
    var state = Acceptance.State.forwarded

    init(waiter: OutputWaiter) {
        self.waiter = waiter
    }
}
