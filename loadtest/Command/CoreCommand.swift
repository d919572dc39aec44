import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest core`.
struct CoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "core",
        abstract:
            "Measures the core in memory: matching and floor, with a million waiting contacts and with a thousand.",
        discussion: """
            Times are judged as ratios to a reference loop of the same run, the least of several rounds each. Exits \
            with 1 when a threshold is missed, with 2 when the benchmark could not be carried out.
            """)

    @Option(help: "File with the thresholds.")
    var thresholds = "loadtest/thresholds/core.json"

    @Option(
        help: ArgumentHelp("Write the report to this file as JSON; - writes it to standard output.", valueName: "file"))
    var json: String?

    @Option(help: "Waiting contacts at the large scale.")
    var waiting = CoreScale.large.waiting

    @Option(help: "Agents at the large scale.")
    var agents = CoreScale.large.agents

    @Option(help: "Operations of each kind.")
    var operations = CoreScale.large.operations

    @Option(help: "How many times all is measured; the quietest time counts.")
    var rounds = 3

    @Flag(help: "Fail when an absolute target is missed, too.")
    var absolute = false

    func validate() throws {
        guard waiting >= 1, agents >= 20, operations >= 1, rounds >= 1 else {
            throw ValidationError("At least 1 waiting contact, 20 agents, 1 operation and 1 round are needed.")
        }
    }

    func run() async throws {
        let report = try measured()
        if let json { try OutputFile.write(report: report, to: json) }
        if json != "-" { print(report.table) }
        if !report.isPassed { throw ExitCode(1) }
    }

    private func measured() throws -> CoreReport {
        do {
            let limits = try CoreThresholds(contentsOf: URL(filePath: thresholds))
            var (large, small) = (CoreScale(waiting: waiting, agents: agents), CoreScale.small)
            large.operations = operations
            small.operations = operations
            var report = try CoreBenchmark(large: large, small: small).run(rounds: rounds) { step in
                FileHandle.standardError.write(Data("\(step) ...\n".utf8))
            }
            report.verdicts = limits.verdicts(on: report, bindTargets: absolute)
            return report
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(2)
        }
    }
}
