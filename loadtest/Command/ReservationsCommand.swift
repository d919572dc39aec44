public import ArgumentParser
import Foundation
public import Simulation

/// `loadtest reservations`
struct ReservationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reservations",
        abstract: "Plays two to four floors that share their agents, by seed: letters lost, doubled and late, crashes.",
        discussion: """
            Exits with 1 when a promise was broken, and prints the seed that plays it again:
              loadtest reservations --first SEED --seeds 1

            --sabotage breaks a rule between partitions on purpose; then finding nothing is the failure.
            """)

    @Option(help: "How many seeds to play.")
    var seeds = 1_000

    @Option(help: "The first seed.")
    var first: UInt64 = 1

    @Option(help: "freed-accept, forgotten-answer, early-letters, forgotten-letters or sent-once.")
    var sabotage: ReservationSabotage?

    func validate() throws {
        if seeds < 1 { throw ValidationError("--seeds takes a number above 0.") }
    }

    func run() async throws {
        var settings = ReservationSettings()
        settings.sabotage = sabotage
        let outcomes = await play(settings)
        let failures = outcomes.filter { !$0.isClean }
        print(
            """
            \(outcomes.count) plays, \(outcomes.reduce(0) { $0 + $1.contacts }) contacts, \
            \(outcomes.reduce(0) { $0 + $1.crossings }) connected across partitions, \
            \(outcomes.reduce(0) { $0 + $1.messages }) messages, \(outcomes.reduce(0) { $0 + $1.crashes }) crashes, \
            \(failures.count) failures
            """)
        for failure in failures.prefix(3) {
            print("\nSeed \(failure.seed), after \(failure.crashes) crashes:")
            for problem in failure.problems { print("  \(problem)") }
        }
        if failures.isEmpty != (sabotage == nil) { throw ExitCode.failure }
    }

    private func play(_ settings: ReservationSettings) async -> [ReservationOutcome] {
        let width = UInt64(ProcessInfo.processInfo.activeProcessorCount)
        let range = first..<first + UInt64(seeds)
        let outcomes = await withTaskGroup(of: [ReservationOutcome].self) { group in
            for part in 0..<width {
                group.addTask {
                    range.filter { $0 % width == part }.map { ReservationPlay(seed: $0, settings: settings).run() }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return outcomes.sorted { $0.seed < $1.seed }
    }
}

extension ReservationSabotage: ExpressibleByArgument {}
