import GatewayAPI

/// The center's business time as it was read once, carried on by the machine's clock.
struct CenterClock: Sendable {
    private let read: ContinuousClock.Instant
    private let shown: DateTime
    private let rate: Double

    init(_ clock: Status.Clock) {
        read = .now
        shown = clock.now
        rate = clock.rate
    }

    /// Milliseconds since 1970.
    var milliseconds: Int64 {
        let passed = read.duration(to: .now) / .milliseconds(1) * rate
        return shown.microseconds / 1000 + Int64(passed)
    }
}
