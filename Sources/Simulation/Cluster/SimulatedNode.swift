import Center
import Cluster
import ContactCenter
import Logging
import Synchronization
import Wire

/// One process of a node in a simulated cluster, on its own seeded executor.
final class SimulatedNode: Sendable {
    let id: NodeID
    let node: ClusterNode
    let power = SimulatedPower()
    private let executor: SeededExecutor
    private let task: Task<Void, Never>
    /// What was begun here and has not ended, by number.
    private let begun = Mutex<(tasks: [UInt64: Task<Void, Never>], last: UInt64)>(([:], 0))

    /// Starts the process.
    ///
    /// - Parameter skew: By how much the machine's clock is ahead of the others'.
    init(_ id: NodeID, site: String, skew: Duration, seed: UInt64, world: SimulatedCluster.World) {
        var generator = SeededGenerator(seed: seed)
        let executor = SeededExecutor(seed: generator.next())
        let time = world.time
        let clock = VirtualBusinessClock(time, start: world.start.advanced(by: skew))
        let power = power
        let incarnations = SeededIncarnations(seed: generator.next())
        var means = ClusterNode.Means(
            transport: world.network.network.makeTransport(), broadcast: world.network.network.makeBroadcast(for: id),
            clock: time, businessClock: clock, wallClock: { clock.now().microseconds }, logger: Self.silence)
        means.executor = executor
        let identity = ClusterNode.Identity(
            process: ProcessID(node: id, incarnation: generator.next()), site: site, layout: world.layout)
        let node = ClusterNode(identity, means: means) { place in
            var limits = PartitionLimits()
            limits.snapshotRecords = 40
            limits.appendsInFlight = world.appendsInFlight
            let journal = SimulatedJournal(world.storage(of: place.partition), process: power, time: time) {
                world.appendsInFlight > 1 && world.network.isCutOff(id)
            }
            return PartitionHost(
                partition: place.partition, floorNumber: place.floorNumber, incarnation: incarnations.next(),
                journal: journal, limits: limits, businessClock: clock, clock: time, executor: executor,
                logger: Self.silence)
        }
        self.id = id
        self.executor = executor
        self.node = node
        // A simulated node ends by being killed, so nobody hears what its run comes to.
        task = executor.begin { try? await node.run() }
    }

    /// Runs one of the node's jobs.
    ///
    /// - Returns: False when there was none to run.
    func step() -> Bool { executor.step() }

    /// Begins something on the node, such as a request that has reached it.
    func begin(_ body: @escaping @Sendable (ClusterNode) async -> Void) {
        let number = begun.withLock { begun in
            begun.last += 1
            return begun.last
        }
        let task = executor.begin { [node, weak self] in
            await body(node)
            self?.begun.withLock { _ = $0.tasks.removeValue(forKey: number) }
        }
        // Nothing runs before the next step, so the task is entered before it can take itself out.
        begun.withLock { $0.tasks[number] = task }
    }

    /// Kills the process: it has no effect on the world any more, and its memory is given back.
    func kill() {
        power.cut()
        task.cancel()
        for (_, task) in begun.withLock({ $0.tasks }).sorted(by: { $0.key < $1.key }) { task.cancel() }
        for _ in 0..<20_000 where !executor.step() { break }
        executor.kill()
    }

    private static let silence = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
}
