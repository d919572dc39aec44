/// What a schedule of a whole cluster is made of beside its seed.
public struct ClusterScheduleSettings: Sendable {
    /// How many contacts are opened.
    public var openings = 24
    /// How many troubles nodes get into: kills, pauses, partitions of the network, drains.
    public var troubles = 6
    /// A schedule takes no more steps than this.
    public var stepBound = 3_000_000
    /// How the network fails.
    public var network = NetworkFaults.rough
    /// How many appends an owner has under way at once.
    public var appendsInFlight = 1
    /// How the journals fail.
    public var journal = ClusterScheduleSettings.roughJournal
    /// The promise that is broken on purpose; nil for none.
    public var sabotage: Sabotage?

    public init() {}

    /// A journal of which nobody knows, now and then, whether it has written.
    private static let roughJournal: FaultPlan = {
        var plan = FaultPlan()
        plan.unknownWritten = 0.03
        plan.unknownLost = 0.03
        plan.unavailable = 0.02
        plan.slowestAppend = .milliseconds(8)
        return plan
    }()
}
