/// How a scenario is played, beside what it says itself.
public struct RunOptions: Sendable {
    /// The center's nodes; one at least.
    public var targets: [Target]
    /// The folder that the scenario's file is in, which the paths it names start from.
    public var folder = "."
    /// Whole path of a configuration to be played on, instead of the scenario's; nil for the scenario's.
    public var center: String?
    /// Instead of the scenario's duration.
    public var duration: Duration?
    /// Instead of the scenario's rate, in contacts a second.
    public var rate: Double?
    /// Where the history goes; nil for none.
    public var history: String?
    /// The folder in which the floor's commits are measured: best on the disk that the node writes to.
    public var floorFolder: String?
    /// Whether the floor is measured.
    public var measuresFloor = true
    /// Whether everybody is at a node that owns a partition of their site, as `GET /v1/nodes` names them, and contacts
    /// come in at the site that they name; otherwise contacts come in at every node in turn.
    public var staysNear = false
    /// Whether the mean wait is held against that of one site with all agents.
    public var comparesPooled = false
    /// Whether progress is shown.
    public var showsProgress = true
    /// How fast the center's clock must run; nil for however fast it does.
    public var clockRate: Double?
    /// A trace to be played instead of the scenario's arrivals.
    public var trace: TracePlan?

    public init(target: Target) { targets = [target] }

    /// - Precondition: There is a target.
    public init(targets: [Target]) {
        precondition(!targets.isEmpty, "a run without a node")
        self.targets = targets
    }

    /// The node that is asked where any would do.
    var target: Target { targets[0] }
}
