import Center
import Cluster
import ContactCenter
import History
import Wire

/// One simulated run of a whole cluster: a seed decides in which order the jobs of its nodes run, what the network
/// and the journals do, what befalls the nodes, and what the people outside want.
///
/// At its end every history is judged by the checker that judges those of a single node, and each journal by itself:
/// records stand in a row, epochs rise by one, nothing void was written, and a replay is the floor that its last
/// owner has.
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
        plan.journal = settings.journal
        plan.sabotage = settings.sabotage
        let cluster = SimulatedCluster(seed: generator.next(), plan: plan)
        let world = ClusterWorld(cluster, seed: generator.next(), openings: settings.openings)
        cluster.whenTakenOver { [weak world] in world?.record(.restarted, in: $0) }
        ClusterTrouble(world: world).startAll()
        let course = ClusterCourse(world: world, troubles: settings.troubles)
        var problems: [String] = []
        if let floors = cluster.play(upTo: settings.stepBound, { _ in await course.run() }) {
            for (partition, floor) in floors.sorted(by: { $0.key < $1.key }) {
                problems += ClusterJournalCheck.problems(of: cluster.world.storage(of: partition), partition, floor)
            }
        } else {
            problems.append("the run does not come to its end")
        }
        for node in cluster.running { cluster.kill(node) }
        let reports = world.histories.map { HistoryChecker.check($0) }
        return ScheduleOutcome(
            seed: seed, steps: cluster.steps, crashes: cluster.kills, report: Self.joined(reports),
            problems: problems + world.problems, entries: world.histories.flatMap { $0 })
    }

    private static func joined(_ reports: [HistoryReport]) -> HistoryReport {
        var whole = HistoryReport()
        whole.isComplete = reports.allSatisfy(\.isComplete)
        for report in reports {
            whole.entries += report.entries
            whole.contacts.opened += report.contacts.opened
            whole.contacts.answered += report.contacts.answered
            whole.contacts.lost += report.contacts.lost
            whole.contacts.doubled += report.contacts.doubled
            whole.offers += report.offers
            whole.restarts += report.restarts
            whole.violations += report.violations
            whole.violationCount += report.violationCount
        }
        return whole
    }
}
