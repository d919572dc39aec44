import History

/// Many schedules, one seed each, over several threads.
public struct Exploration: Sendable {
    /// What the schedules came to.
    public struct Summary: Sendable {
        /// Schedules that were played.
        public var schedules = 0
        /// Jobs that were run in all of them.
        public var steps = 0
        /// How often a node was killed.
        public var crashes = 0
        /// Contacts whose opening was acknowledged.
        public var contacts = 0
        /// Offers that agents received.
        public var offers = 0
        /// Of those, how many went to agents of another partition than the contact's.
        public var offersElsewhere = 0
        /// Records of former owners that every reader passed over.
        public var voidRecords = 0
        /// The schedules that broke a promise, by rising seed.
        public var failures: [ScheduleOutcome] = []
    }

    private let firstSeed: UInt64
    private let count: Int
    private let play: @Sendable (UInt64) -> ScheduleOutcome

    /// Plans the schedules; nothing is played yet.
    ///
    /// - Parameters:
    ///   - firstSeed: The seeds count up from it.
    ///   - count: How many schedules are played.
    public init(firstSeed: UInt64, count: Int, settings: ScheduleSettings = ScheduleSettings()) {
        self.firstSeed = firstSeed
        self.count = count
        play = { Schedule(seed: $0, settings: settings).run() }
    }

    /// Plans schedules of whole clusters; nothing is played yet.
    public init(firstSeed: UInt64, count: Int, cluster settings: ClusterScheduleSettings) {
        self.firstSeed = firstSeed
        self.count = count
        play = { ClusterSchedule(seed: $0, settings: settings).run() }
    }

    /// Plays all schedules, `width` at a time.
    ///
    /// - Parameters:
    ///   - failureBound: After so many failures nothing more is begun.
    ///   - progress: Is told, now and then, how many have been played.
    public func run(
        width: Int, failureBound: Int = 10, progress: @Sendable (Int) -> Void = { _ in }
    ) async -> Summary {
        var summary = Summary()
        await withTaskGroup(of: ScheduleOutcome.self) { group in
            var begun = 0
            func begin() {
                guard begun < count, summary.failures.count < failureBound else { return }
                let seed = firstSeed + UInt64(begun)
                begun += 1
                group.addTask { play(seed) }
            }
            for _ in 0..<width { begin() }
            while let outcome = await group.next() {
                Self.count(outcome, in: &summary)
                if summary.schedules.isMultiple(of: 500) { progress(summary.schedules) }
                begin()
            }
        }
        summary.failures.sort { $0.seed < $1.seed }
        return summary
    }

    private static func count(_ outcome: ScheduleOutcome, in summary: inout Summary) {
        summary.schedules += 1
        summary.steps += outcome.steps
        summary.crashes += outcome.crashes
        summary.contacts += outcome.report.contacts.opened
        summary.offers += outcome.report.offers
        summary.offersElsewhere += outcome.report.offersElsewhere
        summary.voidRecords += outcome.voidRecords
        if !outcome.isClean { summary.failures.append(outcome) }
    }
}
