public import ArgumentParser
import Foundation
import History
public import Simulation

/// `loadtest explore`
struct ExploreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Plays a whole simulated node by seed: its jobs in random order, crashes, torn writes, full disks.",
        discussion: """
            Exits with 1 when a promise was broken, and prints the seed that plays it again:
              loadtest explore --first SEED --seeds 1

            --sabotage breaks a promise of the journal on purpose; then finding nothing is the failure.
            """)

    @Option(help: "How many seeds to play.")
    var seeds = 1_000

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "How many contacts each schedule opens.")
    var contacts = 12

    @Option(help: "early-release, dropped-record, half-command or forgotten-offer.")
    var sabotage: Sabotage?

    func validate() throws {
        if seeds < 1 { throw ValidationError("--seeds takes a number above 0.") }
        if contacts < 1 { throw ValidationError("--contacts takes a number above 0.") }
    }

    func run() async throws {
        var settings = ScheduleSettings()
        settings.openings = contacts
        settings.sabotage = sabotage
        let exploration = Exploration(firstSeed: first, count: seeds, settings: settings)
        let summary = await exploration.run(width: ProcessInfo.processInfo.activeProcessorCount) { played in
            print("\(played) schedules played")
        }
        print(
            """
            \(summary.schedules) schedules, \(summary.steps) steps, \(summary.crashes) crashes, \
            \(summary.contacts) contacts, \(summary.offers) offers, \(summary.failures.count) failures
            """)
        for failure in summary.failures.prefix(3) { Self.show(failure) }
        if summary.failures.isEmpty != (sabotage == nil) { throw ExitCode.failure }
    }

    private static func show(_ failure: ScheduleOutcome) {
        print("\nSeed \(failure.seed), after \(failure.crashes) crashes:")
        for problem in failure.problems.prefix(5) { print("  \(problem)") }
        for violation in failure.report.violations.prefix(5) { print("  \(violation)") }
    }
}

extension Sabotage: ExpressibleByArgument {}
