import Center
import ConfigurationFile
import ContactCenter
public import History
import Simulation

/// Replays a day of real calls against a whole node in virtual time: hours pass in a second, and the seed decides in
/// which order its jobs run.
public struct TraceSimulation: Sendable {
    /// What a day came to, beside what it was.
    public struct Outcome: Sendable {
        /// The day, such as `1999-08-02`.
        public let day: String
        /// How many calls came in.
        public let calls: Int
        /// How many of them an agent answered.
        public let answered: Int
        /// How many customers gave up before that.
        public let abandoned: Int
        /// Mean wait of those answered, in seconds; nil when nobody was.
        public let meanWait: Double?
        /// How many were answered on the day itself.
        public let historicallyAnswered: Int
        /// How many gave up on the day itself.
        public let historicallyAbandoned: Int
        /// What the checker found.
        public let report: HistoryReport
        /// What was found outside of the history.
        public let problems: [String]
    }

    private static let start = Timestamp(microseconds: 930_000_000_000_000)
    /// Far more steps than a day takes.
    private static let stepBound = 100_000_000

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
        var settings = ScheduleSettings()
        settings.faults = .none
        settings.limits = PartitionLimits()
        let world = SimulatedWorld(seed: seed)
        let day = SimulatedDay(plan: plan, configuration: configuration)
        let process = SimulatedProcess(
            cast: day, world: world, disk: SimulatedDisk(seed: seed), settings: settings, bornAt: .zero, seed: seed,
            start: Self.start)
        _ = process.run(steps: Self.stepBound)
        process.end()
        return outcome(of: day, in: world)
    }

    private func outcome(of day: SimulatedDay, in world: SimulatedWorld) -> Outcome {
        let figures = day.figures
        let answered = figures.reduce(0) { $0 + $1.answered }
        let waited = figures.reduce(0) { $0 + $1.answeredWait.inSeconds }
        let problems = world.problems + (world.isFinished ? [] : ["the day does not come to its end"])
        return Outcome(
            day: plan.day, calls: plan.calls.count, answered: answered,
            abandoned: figures.reduce(0) { $0 + $1.abandoned },
            meanWait: answered > 0 ? waited / Double(answered) : nil,
            historicallyAnswered: plan.historical.reduce(0) { $0 + $1.answered },
            historicallyAbandoned: plan.historical.reduce(0) { $0 + $1.abandoned },
            report: HistoryChecker.check(world.entries), problems: problems)
    }
}
