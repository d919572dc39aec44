import Center
import Cluster
package import ContactCenter
import Logging
import Synchronization

/// One process of the node on its seeded executor, with the tasks that speak to it.
package final class SimulatedProcess: Sendable {
    static let partition = PartitionID(site: "home", number: 0)
    static let floorNumber: UInt16 = 0

    private let executor: SeededExecutor
    private let time: VirtualTime
    private let life: SimulatedLife
    private let disk: SimulatedDisk
    private let world: SimulatedWorld
    private let task: Task<Void, Never>
    private let state: FinalState

    /// - Parameters:
    ///   - bornAt: Virtual time at which it begins.
    ///   - start: The business time at the origin of virtual time.
    package init(
        cast: some SimulatedCast, world: SimulatedWorld, disk: SimulatedDisk, settings: ScheduleSettings,
        bornAt: Duration, seed: UInt64, start: Timestamp
    ) {
        let executor = SeededExecutor(seed: seed)
        let time = VirtualTime(start: bornAt)
        let clock = VirtualBusinessClock(time, start: start)
        let journal = FaultyJournal(disk: disk, time: time, plan: settings.faults, sabotage: settings.sabotage)
        let host = PartitionHost(
            partition: Self.partition, floorNumber: Self.floorNumber, incarnation: seed, journal: journal,
            limits: settings.limits, businessClock: clock, clock: time, executor: executor, logger: Self.silence)
        let life = SimulatedLife(
            number: world.beginLife(at: bornAt), world: world, cast: cast, time: time, clock: clock, host: host,
            sabotage: settings.sabotage, bornAt: bornAt)
        let state = FinalState()
        self.executor = executor
        self.time = time
        self.life = life
        self.disk = disk
        self.world = world
        self.state = state
        task = executor.begin {
            guard let bytes = await life.run() else { return }
            state.bytes = bytes
            world.finish(life: life.number)
        }
    }

    /// Virtual time as this process has it.
    var now: Duration { time.now }
    /// The floor's bytes once everything was done; nil before.
    var finalState: [UInt8]? { state.bytes }

    /// Runs up to `bound` jobs, and moves time on whenever nothing else is to do.
    ///
    /// - Returns: How many jobs were run.
    package func run(steps bound: Int) -> Int {
        executor.run(upTo: bound, movingOn: time, until: { world.isFinished })
    }

    /// Kills the process: nobody hears of it any more, the disk is let go of, and its memory is given back.
    package func end() {
        world.endLife()
        disk.releaseAfterCrash()
        task.cancel()
        _ = executor.run(upTo: 100_000, movingOn: time)
        executor.kill()
    }

    private static let silence = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
}

/// The floor's bytes, handed out of a task.
private final class FinalState: Sendable {
    private let stored = Mutex<[UInt8]?>(nil)

    var bytes: [UInt8]? {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }
}
