import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest forecasts`
struct ForecastsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecasts",
        abstract: "Sets the waits that customers are told beside those that follow, and beside two common formulas.",
        discussion: """
            Plays steady load, spikes and shift changes, and each day of a trace of real calls, on a floor in virtual
            time. Exits with 1 unless the center's forecasts are nearer than both formulas in each case, by mean
            absolute error and by the share within 25 %; with 2 when the trace cannot be read.
            """)

    @Argument(help: "A file of real calls.") var trace: String?
    @Option(help: "How many times each made case is played.") var rounds = 10
    @Option(help: "The first seed.") var seed: UInt64 = 1
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        if rounds < 1 { throw ValidationError("--rounds takes a number above 0.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var cases: [(name: String, scores: ForecastScores)] = []
            for make in [ForecastCase.steady, ForecastCase.spikes, ForecastCase.shifts] {
                var total = ForecastScores()
                var name = ""
                for round in 0..<UInt64(rounds) {
                    let plan = make(seed + round)
                    name = plan.name
                    var play = ForecastPlay(plan, seed: seed + round)
                    total.add(try play.run())
                }
                cases.append((name, total))
            }
            if let trace {
                var total = ForecastScores()
                for day in try TracePlan.days(in: trace) {
                    var play = ForecastPlay(try ForecastCase(TracePlan(file: trace, day: day, seed: seed)), seed: seed)
                    total.add(try play.run())
                }
                cases.append(("real calls", total))
            }
            try show(cases)
            return cases.allSatisfy(\.scores.isBest)
        }
        if let failures { throw failures }
    }

    private func show(_ cases: [(name: String, scores: ForecastScores)]) throws(HarnessError) {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            let table = Dictionary(uniqueKeysWithValues: cases.map { ($0.name, $0.scores.scores) })
            let data: Data
            do { data = try encoder.encode(table) } catch {
                throw HarnessError(.trace, "The scores cannot be written as JSON.", cause: error)
            }
            print(String(decoding: data, as: UTF8.self))
            return
        }
        for (name, scores) in cases {
            print("\(name): \(scores.scores.first?.contacts ?? 0) contacts that waited and were answered")
            for score in scores.scores {
                print(
                    "  \(score.way.padding(toLength: 40, withPad: " ", startingAt: 0))"
                        + String(
                            format: "off by %5.1f s on average, %4.1f %% within a quarter",
                            score.meanAbsoluteErrorSeconds, score.within25Percent * 100))
            }
        }
    }
}
