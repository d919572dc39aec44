public import Center

/// What a schedule is made of beside its seed.
public struct ScheduleSettings: Sendable {
    /// How many contacts are opened.
    public var openings = 12
    /// How many times the node is killed, at most.
    public var crashes = 3
    /// A crash comes within this many steps of a life.
    public var stepsToCrash = 1_500
    /// No life takes more steps than this.
    public var stepBound = 400_000
    /// The node's limits; snapshots come often.
    public var limits = PartitionLimits()
    /// How the journal fails.
    public var faults = FaultPlan.rough
    /// The promise that is broken on purpose; nil for none.
    public var sabotage: Sabotage?

    public init() {
        limits.snapshotRecords = 40
    }
}
