import Center
import Cluster
import ContactCenter
import History
import Wire

/// One simulated run of a whole cluster: a seed decides in which order the jobs of its nodes run, what the network
/// and the journals do, what befalls the nodes, and what the people outside want.
///
/// At its end the history is judged by the checker that judges those of a single node, and each journal by itself:
/// records stand in a row, epochs rise by one, nothing void was written but what an owner had under way behind another
/// record when it was deposed, and a replay is the floor that its last owner has.
public struct ClusterSchedule: Sendable {
    private let seed: UInt64
    private let settings: ClusterScheduleSettings

    public init(seed: UInt64, settings: ClusterScheduleSettings = ClusterScheduleSettings()) {
        self.seed = seed
        self.settings = settings
    }

    /// Plays the schedule to its end.
    public func run() -> ScheduleOutcome {
        var generator = SeededGenerator(seed: seed)
        var plan = SimulatedCluster.Plan(nodes: ClusterCenter.nodes, layout: ClusterCenter.layout)
        plan.network = settings.network
        plan.appendsInFlight = settings.appendsInFlight
        plan.journal = settings.journal
        plan.sabotage = settings.sabotage
        let cluster = SimulatedCluster(seed: generator.next(), plan: plan)
        let world = ClusterWorld(cluster, seed: generator.next(), openings: settings.openings)
        cluster.whenTakenOver { [weak world] _ in world?.record(.restarted) }
        ClusterTrouble(world: world).startAll()
        let course = ClusterCourse(world: world, troubles: settings.troubles)
        var problems: [String] = []
        var voidRecords = 0
        let floors = cluster.play(upTo: settings.stepBound) { _ in await course.run() }
        if floors == nil { problems.append("the run does not come to its end") }
        for place in plan.layout.places {
            var check = ClusterJournalCheck(place.partition, appendsInFlight: settings.appendsInFlight)
            problems += check.problems(of: cluster.world.storage(of: place.partition), floors?[place.partition])
            voidRecords += check.voidRecords
        }
        for node in cluster.running { cluster.kill(node) }
        return ScheduleOutcome(
            seed: seed, steps: cluster.steps, crashes: cluster.kills, report: HistoryChecker.check(world.entries),
            problems: problems + world.problems, entries: world.entries, voidRecords: voidRecords)
    }
}
