public import ArgumentParser
import Foundation
import History
public import Simulation

/// `loadtest explore`
struct ExploreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Plays a simulated node, or a whole cluster, by seed: jobs in random order, crashes, faults.",
        discussion: """
            A node gets crashes, torn writes and full disks; with --cluster five nodes of two sites get crashes, \
            pauses, drains, clocks that are off, and a network that loses, repeats and delays.

            Exits with 1 when a promise was broken, and prints the seed that plays it again:
              loadtest explore --first SEED --seeds 1 [--cluster]

            --sabotage breaks a promise of the journal, or of partitions to one another, on purpose; then finding \
            nothing is the failure. Of a cluster's two fences broken-fence takes away the sequence that an append \
            must follow, blind-readers the epochs that readers look at, no-fences both. With one append under way at \
            a time, as nodes have it, the sequence alone is enough, and blind-readers is harmless; with several \
            (--appends 4) an append behind a refused one may land behind a takeover, and only its epoch tells.
            """)

    @Option(help: "How many seeds to play.")
    var seeds = 1_000

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "How many contacts each schedule opens.")
    var contacts = 12

    @Flag(help: "Play whole clusters.")
    var cluster = false

    @Option(
        help: ArgumentHelp(
            "early-release, dropped-record, half-command or forgotten-offer; with --cluster, broken-fence, blind-readers, "
                + "no-fences, lost-letter or freed-guest."))
    var sabotage: Sabotage?

    @Option(help: "With --cluster: how many appends each owner has under way at once.")
    var appends = 1

    func validate() throws {
        if seeds < 1 { throw ValidationError("--seeds takes a number above 0.") }
        if let sabotage, cluster == Sabotage.ofOneNode.contains(sabotage) {
            throw ValidationError(
                "--sabotage \(sabotage.rawValue) cannot be tried \(cluster ? "with" : "without") --cluster.")
        }
        if !(1...64).contains(appends) { throw ValidationError("--appends takes 1 to 64.") }
        if appends > 1, !cluster { throw ValidationError("--appends goes with --cluster.") }
        if contacts < 1 { throw ValidationError("--contacts takes a number above 0.") }
    }

    func run() async throws {
        let exploration = cluster ? ofClusters : ofNodes
        let summary = await exploration.run(width: ProcessInfo.processInfo.activeProcessorCount) { played in
            print("\(played) schedules played")
        }
        print(
            """
            \(summary.schedules) schedules, \(summary.steps) steps, \(summary.crashes) crashes, \
            \(summary.contacts) contacts, \(summary.offers) offers (\(summary.offersElsewhere) to agents elsewhere), \
            \(summary.voidRecords) records of former owners passed over, \(summary.failures.count) failures
            """)
        for failure in summary.failures.prefix(3) { Self.show(failure) }
        let isHarmless = sabotage == nil || sabotage == .blindReaders && appends == 1
        if summary.failures.isEmpty != isHarmless { throw ExitCode.failure }
    }

    private var ofNodes: Exploration {
        var settings = ScheduleSettings()
        settings.openings = contacts
        settings.sabotage = sabotage
        return Exploration(firstSeed: first, count: seeds, settings: settings)
    }

    private var ofClusters: Exploration {
        var settings = ClusterScheduleSettings()
        settings.openings = contacts
        settings.sabotage = sabotage
        settings.appendsInFlight = appends
        return Exploration(firstSeed: first, count: seeds, cluster: settings)
    }

    private static func show(_ failure: ScheduleOutcome) {
        print("\nSeed \(failure.seed), after \(failure.crashes) crashes:")
        for problem in failure.problems.prefix(5) { print("  \(problem)") }
        for violation in failure.report.violations.prefix(5) { print("  \(violation)") }
    }
}

extension Sabotage: ExpressibleByArgument {}
