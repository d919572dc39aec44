public import ContactCenter

/// Business time: calendars, waits, offers and wrap-up follow it. It may be shifted and run faster than the wall.
public protocol BusinessClock: Sendable {
    /// The present instant.
    func now() -> Timestamp

    /// Returns when `instant` has come; at once when it is past.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func sleep(until instant: Timestamp) async throws
}
