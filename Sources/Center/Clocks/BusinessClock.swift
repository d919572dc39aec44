public import ContactCenter

/// Business time: calendars, waits, offers and wrap-up follow it. It may be shifted and run faster than the wall.
public protocol BusinessClock: Sendable {
    /// How many seconds of it pass in a second of the wall's clock; above 0.
    var rate: Double { get }

    /// The present instant.
    func now() -> Timestamp

    /// Returns when `instant` has come; at once when it is past.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func sleep(until instant: Timestamp) async throws
}

extension BusinessClock {
    /// As fast as the wall's clock.
    public var rate: Double { 1 }
}
