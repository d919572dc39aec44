public import History

/// What one schedule came to.
public struct ScheduleOutcome: Sendable {
    /// The seed that plays it again.
    public let seed: UInt64
    /// How many jobs were run.
    public let steps: Int
    /// How many times the node was killed.
    public let crashes: Int
    /// What the checker found in the history.
    public let report: HistoryReport
    /// What was found outside of the history: broken invariants, a replay that differs, a node that gave up.
    public let problems: [String]
    /// Everything that was done and seen.
    public let entries: [HistoryEntry]
    /// Records of former owners that every reader passed over.
    public var voidRecords = 0

    /// Whether every promise was kept.
    public var isClean: Bool { problems.isEmpty && report.violations.isEmpty }
}
