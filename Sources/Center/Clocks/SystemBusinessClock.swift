public import ContactCenter
import Foundation

/// Business time as the machine's clock has it, or begun elsewhere and run faster, so that a day can be played in
/// minutes.
public struct SystemBusinessClock: BusinessClock {
    private let anchor: ContinuousClock.Instant
    private let start: Timestamp
    public let rate: Double

    /// Makes a clock that shows `start` now and goes on from there.
    ///
    /// - Parameters:
    ///   - start: What the clock shows now; nil for the machine's wall clock.
    ///   - rate: Business seconds in a second of the machine; above 0.
    /// - Precondition: `rate` is above 0.
    public init(start: Timestamp? = nil, rate: Double = 1) {
        precondition(rate > 0, "a business clock cannot run at rate \(rate)")
        anchor = ContinuousClock.now
        self.start = start ?? Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        self.rate = rate
    }

    public func now() -> Timestamp {
        start.advanced(by: anchor.duration(to: ContinuousClock.now) * rate)
    }

    public func sleep(until instant: Timestamp) async throws {
        let real = start.duration(to: instant) / rate
        try await ContinuousClock().sleep(until: anchor.advanced(by: real), tolerance: .milliseconds(1))
    }
}
