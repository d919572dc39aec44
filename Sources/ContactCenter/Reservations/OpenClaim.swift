/// A claim that has not been answered, or whose contact has not come yet: the agent waits for it rather than take
/// something less urgent here. A hint, which no state depends on.
struct OpenClaim: Sendable {
    /// How long an agent waits for the contact that was promised, in microseconds.
    static let promiseTime: Int64 = 1_000_000
    /// By how much longer a contact elsewhere must have waited than the best one here to be claimed, in microseconds:
    /// as much time as a claim may take, and more than a summary is old.
    static let headStart: Int64 = 500_000
    /// After how long without any answer a claim counts for nothing, in microseconds.
    static let answerTime: Int64 = 2_000_000

    let number: UInt64
    let floor: UInt16
    /// What was seen there.
    let wait: FloorSummary.Wait
    /// Until when the agent waits.
    var until: Timestamp
}

extension FloorSummary.Head {
    /// What waits here, as it is held against what waits elsewhere.
    func withHeadStart(_ pace: Int64) -> FloorSummary.Head {
        FloorSummary.Head(
            priority: priority, enqueuedAt: enqueuedAt.advanced(byMicroseconds: -OpenClaim.headStart * pace))
    }

    /// Whether this one is served before the other.
    func precedes(_ other: FloorSummary.Head) -> Bool {
        priority != other.priority ? priority > other.priority : enqueuedAt < other.enqueuedAt
    }
}
