/// What goes wrong in the middle of a load.
public enum CrashFault: String, CaseIterable, Sendable, Codable {
    /// A single node is killed, and started again on the same data.
    case nodeKilled = "node-killed"
    /// A single node finds no room on its disk.
    case diskFull = "disk-full"
    /// In a cluster, the node that owns the partition is killed; another takes over.
    case ownerKilled = "owner-killed"
    /// The owner is stopped for long enough that another takes over, and then goes on as if nothing had happened.
    case ownerFrozen = "owner-frozen"
    /// The owner is told to end, and hands over.
    case ownerDrained = "owner-drained"
    /// The owner is killed while the clock of a node that might take over is off by an hour.
    case clockOff = "clock-off"
    /// The only NATS server is killed, and started again on the same data.
    case serverKilled = "server-killed"
    /// The stream of the journal has no room.
    case streamFull = "stream-full"
    /// The owner is not told that what it appends is stored.
    case acknowledgementsLost = "acknowledgements-lost"
    /// Agents cease to read their streams, and supervisors read none of theirs at all.
    case readersStalled = "readers-stalled"
    /// Somebody writes nonsense, short and long, under every subject of the cluster.
    case nonsensePublished = "nonsense-published"
    /// Of three NATS servers the one that leads the journal's stream is killed.
    case leaderKilled = "leader-killed"
    /// One NATS server after another is sent away in order, and started again.
    case serversRolled = "servers-rolled"
    /// Two of three NATS servers are killed, and started again.
    case majorityKilled = "majority-killed"
    /// All three NATS servers are killed, and started again.
    case allServersKilled = "all-servers-killed"
    /// The owner's site is cut off from the others.
    case siteCutOff = "site-cut-off"
    /// The owner's site hears the others, and is not heard.
    case siteUnheard = "site-unheard"
    /// The owner's site is heard by the others, and hears nothing.
    case siteDeaf = "site-deaf"

    /// The faults that can be tried with a cluster, or with a node beside one.
    public static let all = allCases.filter { $0 != .nodeKilled }

    /// What is struck.
    public enum Setting: CaseIterable, Sendable {
        /// One node with its journal in a file.
        case node
        /// Nodes over one NATS server.
        case oneServer
        /// Nodes over three NATS servers.
        case threeServers
        /// Nodes of three sites, each with its NATS server.
        case threeSites
    }

    /// What it strikes.
    public var setting: Setting {
        switch self {
        case .nodeKilled, .diskFull: .node
        case .ownerKilled, .ownerFrozen, .ownerDrained, .clockOff, .serverKilled, .streamFull, .acknowledgementsLost,
            .readersStalled, .nonsensePublished:
            .oneServer
        case .leaderKilled, .serversRolled, .majorityKilled, .allServersKilled: .threeServers
        case .siteCutOff, .siteUnheard, .siteDeaf: .threeSites
        }
    }
}
