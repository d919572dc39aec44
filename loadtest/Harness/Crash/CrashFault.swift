/// What goes wrong in the middle of a load.
public enum CrashFault: String, CaseIterable, Sendable {
    /// A single node is killed, and started again on the same data.
    case nodeKilled = "node-killed"
    /// In a cluster, the node that owns the partition is killed; another takes over.
    case ownerKilled = "owner-killed"
    /// The owner is stopped for long enough that another takes over, and then goes on as if nothing had happened.
    case ownerFrozen = "owner-frozen"
    /// The owner is told to end, and hands over.
    case ownerDrained = "owner-drained"
    /// The NATS server is killed, and started again on the same data.
    case serverKilled = "server-killed"

    /// The faults of a cluster.
    public static let ofCluster: [CrashFault] = [.ownerKilled, .ownerFrozen, .ownerDrained, .serverKilled]
}
