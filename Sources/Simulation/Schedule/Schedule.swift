import Center
import Cluster
import ContactCenter
import History
import Logging
import Wire

/// One simulated run of a whole node: a seed decides in which order its jobs run, when it is killed, what its disk
/// does and what the people outside want.
///
/// The same seed plays the same run again. Time is virtual: hours pass in milliseconds. A crash ends the node between
/// any two jobs; whatever it had not written is gone, and what it was writing may be torn. The next life begins on
/// the same disk, and everybody outside goes on from what they knew, repeating what had got no answer.
public struct Schedule: Sendable {
    private static let start = Timestamp(microseconds: 1_700_000_000_000_000)

    private let seed: UInt64
    private let settings: ScheduleSettings

    public init(seed: UInt64, settings: ScheduleSettings = ScheduleSettings()) {
        self.seed = seed
        self.settings = settings
    }

    /// Plays the schedule to its end.
    public func run() -> ScheduleOutcome {
        var generator = SeededGenerator(seed: seed)
        let world = SimulatedWorld(seed: generator.next(), openings: settings.openings)
        let disk = SimulatedDisk(seed: generator.next())
        let crashes = Int(generator.next() % UInt64(settings.crashes + 1))
        var steps = 0
        var now = Duration.zero
        var problems: [String] = []
        for life in 0...crashes where !world.isFinished && problems.isEmpty {
            let isLast = life == crashes
            let bound = isLast ? settings.stepBound : Int(generator.next() % UInt64(settings.stepsToCrash)) + 1
            let process = SimulatedProcess(
                cast: ScheduleCast(), world: world, disk: disk, settings: settings, bornAt: now, seed: generator.next(),
                start: Self.start)
            steps += process.run(steps: bound)
            if isLast, !world.isFinished { problems.append("the run does not come to its end") }
            if world.isFinished { problems += Self.compareReplay(of: disk, with: process.finalState) }
            process.end()
            now = process.now
        }
        let report = HistoryChecker.check(world.entries)
        return ScheduleOutcome(
            seed: seed, steps: steps, crashes: crashes, report: report, problems: problems + world.problems,
            entries: world.entries)
    }

    /// Replays all that was ever written and compares the result with the floor as it was at last.
    private static func compareReplay(of disk: SimulatedDisk, with state: [UInt8]?) -> [String] {
        guard let state else { return ["the floor was not read back"] }
        var floor = Floor(partition: SimulatedProcess.floorNumber)
        var fence = Fence(partition: SimulatedProcess.partition)
        var misfit: String?
        do {
            for entry in disk.written where fence.admit(entry.record) == .counts && entry.record.kind == .commands {
                try RecordBatch.forEachCommand(in: entry.record.payload) { _, events in
                    for event in events where misfit == nil {
                        misfit = floor.objection(to: event).map { "event \(event.change.name): \($0)" }
                        if misfit == nil { floor.apply(event) }
                    }
                }
            }
        } catch {
            return ["a record cannot be read: \(error)"]
        }
        if let misfit { return ["a replay does not fit the floor: \(misfit)"] }
        return floor.wireBytes() == state ? [] : ["a replay of the journal differs from the floor"]
    }
}
