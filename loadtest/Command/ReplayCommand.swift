import ArgumentParser
import History
import LoadHarness

/// `loadtest replay`: every day of a trace on a simulated node.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Replays the days of a trace on a simulated node, each within seconds.",
        discussion: "Exits with 1 when the checker finds something wrong, and with 2 when the trace cannot be read.")

    @Argument(help: "The file of real calls.") var trace: String
    @Option(help: "Only this day, such as 1999-08-02; may be repeated.") var day: [String] = []
    @Option(help: "The seed.") var seed: UInt64 = 1

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var isClean = true
            for day in try day.isEmpty ? TracePlan.days(in: trace) : day {
                let plan = try TracePlan(file: trace, day: day, seed: seed)
                let outcome = try TraceSimulation(plan, seed: seed).run()
                Self.show(outcome)
                isClean = isClean && outcome.problems.isEmpty && outcome.report.violations.isEmpty
            }
            return isClean
        }
        if let failures { throw failures }
    }

    private static func show(_ outcome: TraceSimulation.Outcome) {
        let wait = outcome.meanWait.map { "\(Int($0.rounded())) s" } ?? "–"
        print(
            """
            \(outcome.day)  \(outcome.calls) calls: \(outcome.answered) answered (then \
            \(outcome.historicallyAnswered)), \(outcome.abandoned) abandoned (then \
            \(outcome.historicallyAbandoned)), mean wait \(wait); \(outcome.report.entries) entries, \
            \(outcome.report.violationCount) violations
            """)
        for violation in outcome.report.violations.prefix(5) { print("  \(violation)") }
        for problem in outcome.problems.prefix(5) { print("  \(problem)") }
    }
}
