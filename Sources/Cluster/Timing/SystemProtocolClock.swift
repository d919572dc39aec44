/// The machine's own monotonic clock.
public struct SystemProtocolClock: ProtocolClock {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    public init() {
        start = clock.now
    }

    public var now: Duration { start.duration(to: clock.now) }

    public func sleep(until time: Duration) async throws {
        try await clock.sleep(until: start.advanced(by: time))
    }
}
