/// Deadlines by the tick at which they fall due.
///
/// A ring of slots: a deadline lies in the slot of its tick modulo the ring's length, so setting and cancelling cost
/// O(1) however many there are. A tick is 10 ms; a deadline fires at the first tick that is not before it.
struct TimerWheel {
    /// The length of a tick.
    static let tick: Duration = .milliseconds(10)
    private static let slotCount = 1_024

    private var slots: [[UInt64: Int64]] = Array(repeating: [:], count: slotCount)
    private var reached: Int64
    private(set) var count = 0

    /// Makes a wheel that has fired everything before `now`.
    init(now: Duration) {
        reached = Self.ticks(notAfter: now)
    }

    /// The tick at which a deadline fires.
    static func tick(of deadline: Duration) -> Int64 {
        ticks(notAfter: deadline + tick - .nanoseconds(1))
    }

    /// The time of a tick.
    static func time(of tick: Int64) -> Duration {
        .milliseconds(10 * tick)
    }

    /// The tick after the last one that was reached; nil when nothing is set.
    var next: Int64? { count == 0 ? nil : reached + 1 }

    /// Sets a timer; an id is set once at most. A tick already reached fires at the next.
    ///
    /// - Returns: The tick at which it fires, with which it can be cancelled.
    mutating func set(_ id: UInt64, at tick: Int64) -> Int64 {
        let due = max(tick, reached + 1)
        slots[Self.slot(of: due)][id] = due
        count += 1
        return due
    }

    /// Cancels a timer; one that has fired is left alone.
    mutating func cancel(_ id: UInt64, at tick: Int64) {
        guard slots[Self.slot(of: tick)].removeValue(forKey: id) != nil else { return }
        count -= 1
    }

    /// Moves on to `now`.
    ///
    /// - Returns: The timers that fire, by id in rising order within each tick. Complexity: O(ticks passed + timers in
    ///   their slots), at most once around.
    mutating func advance(to now: Duration) -> [UInt64] {
        let target = Self.ticks(notAfter: now)
        guard target > reached else { return [] }
        var fired: [UInt64] = []
        let steps = min(target - reached, Int64(Self.slotCount))
        for step in 1...steps where count > 0 {
            let slot = Self.slot(of: reached + step)
            let due = slots[slot].filter { $0.value <= target }.keys.sorted()
            for id in due { slots[slot].removeValue(forKey: id) }
            count -= due.count
            fired.append(contentsOf: due)
        }
        reached = target
        return fired
    }

    private static func ticks(notAfter time: Duration) -> Int64 {
        let (seconds, attoseconds) = time.components
        return seconds * 100 + attoseconds / 10_000_000_000_000_000
    }

    private static func slot(of tick: Int64) -> Int {
        Int(tick & Int64(slotCount - 1))
    }
}
