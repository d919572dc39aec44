/// The clock of deadlines and periods: monotonic, never scaled, never set back.
public protocol ProtocolClock: Sendable {
    /// Time since some fixed moment in the past.
    var now: Duration { get }

    /// Returns once ``now`` has reached `time`.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func sleep(until time: Duration) async throws
}
