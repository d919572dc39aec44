import Center
import Cluster
import ConfigurationFile
import ContactCenter
public import History
import Logging
import Simulation

/// Replays a day of real calls against a whole node in virtual time: hours pass in a second, and the seed decides in
/// which order its jobs run.
public struct TraceSimulation: Sendable {
    /// What a day came to, beside what it was.
    public struct Outcome: Sendable {
        public let day: String
        public let calls: Int
        public let answered: Int
        public let abandoned: Int
        /// Mean wait of those answered, in seconds; nil when nobody was.
        public let meanWait: Double?
        public let historicallyAnswered: Int
        public let historicallyAbandoned: Int
        /// What the checker found.
        public let report: HistoryReport
        /// What was found outside of the history.
        public let problems: [String]
    }

    private let plan: TracePlan
    private let seed: UInt64

    public init(_ plan: TracePlan, seed: UInt64) {
        self.plan = plan
        self.seed = seed
    }

    /// Plays the day to its end.
    ///
    /// - Throws: ``HarnessError/Code/trace`` when the center that the day needs cannot be described.
    public func run() throws(HarnessError) -> Outcome {
        guard let configuration = ConfigurationFile.read(plan.source).configuration else {
            throw HarnessError(.trace, "The center of \(plan.day) cannot be described; the trace holds odd names.")
        }
        let executor = SeededExecutor(seed: seed)
        let time = VirtualTime()
        let clock = VirtualBusinessClock(time, start: Timestamp(microseconds: 930_000_000_000_000))
        let partition = PartitionID(site: "bank", number: 0)
        let journal = FaultyJournal(disk: SimulatedDisk(seed: seed), time: time, plan: .none)
        let host = PartitionHost(
            partition: partition, floorNumber: 0, incarnation: seed, journal: journal, businessClock: clock,
            clock: time, executor: executor, logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() })
        let day = SimulatedDay(plan: plan, host: host, time: time, clock: clock, seed: seed)
        let task = executor.begin { await Self.live(host, day, configuration) }
        _ = executor.run(movingOn: time, until: { day.isOver })
        task.cancel()
        _ = executor.run(upTo: 1_000_000, movingOn: time)
        return outcome(of: day)
    }

    private static func live(_ host: PartitionHost, _ day: SimulatedDay, _ configuration: CenterConfiguration) async {
        await withDiscardingTaskGroup { group in
            group.addTask { do { try await host.run() } catch { return } }
            do {
                try await host.waitUntilServing()
                await day.play(configuration)
            } catch { return }
            group.cancelAll()
        }
    }

    private func outcome(of day: SimulatedDay) -> Outcome {
        let figures = day.figures
        let answered = figures.reduce(0) { $0 + $1.answered }
        let waited = figures.reduce(0) { $0 + $1.answeredWait.inSeconds }
        let problems = day.isOver ? day.problems : day.problems + ["the day does not come to its end"]
        return Outcome(
            day: plan.day, calls: plan.calls.count, answered: answered,
            abandoned: figures.reduce(0) { $0 + $1.abandoned },
            meanWait: answered > 0 ? waited / Double(answered) : nil,
            historicallyAnswered: plan.historical.reduce(0) { $0 + $1.answered },
            historicallyAbandoned: plan.historical.reduce(0) { $0 + $1.abandoned },
            report: HistoryChecker.check(day.entries), problems: problems)
    }
}
