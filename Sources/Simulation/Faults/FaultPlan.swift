/// How often a simulated journal fails, and in which way; each share is of the calls it is about, 0 to 1.
public struct FaultPlan: Hashable, Sendable {
    /// Appends that find the disk full.
    public var full = 0.0
    /// How many appends in a row find it full, once one did, at most.
    public var longestFull = 1
    /// Appends whose record is written though the caller hears that it is unknown.
    public var unknownWritten = 0.0
    /// Appends whose record is not written and the caller hears that it is unknown.
    public var unknownLost = 0.0
    /// Reads and snapshots that fail as unavailable.
    public var unavailable = 0.0
    /// How long an append may take, at most.
    public var slowestAppend: Duration = .milliseconds(5)

    public init() {}

    /// No faults at all.
    public static let none = FaultPlan()

    /// Everything now and then.
    public static let rough: FaultPlan = {
        var plan = FaultPlan()
        plan.full = 0.02
        plan.longestFull = 4
        plan.unknownWritten = 0.03
        plan.unknownLost = 0.03
        plan.unavailable = 0.02
        return plan
    }()
}
