public import Center
public import ContactCenter

/// Business time that follows virtual time from a given instant.
public struct VirtualBusinessClock: BusinessClock {
    private let time: VirtualTime
    private let start: Timestamp

    public init(_ time: VirtualTime, start: Timestamp) {
        self.time = time
        self.start = start
    }

    public func now() -> Timestamp { start.advanced(by: time.now) }

    public func sleep(until instant: Timestamp) async throws {
        try await time.sleep(until: start.duration(to: instant))
    }
}
