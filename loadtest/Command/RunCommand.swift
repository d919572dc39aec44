import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest run`: plays a scenario, or a trace.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Plays a scenario against a center and says what happened.",
        discussion: """
            The center is named by --url and --token, or by SUNDIAL_URL and SUNDIAL_TOKEN or SUNDIAL_TOKEN_FILE. With \
            --trace a day of real calls is played instead of the scenario's arrivals; the node's clock then best runs \
            fast (sundial serve --clock-rate).

            Exits with 1 when the run broke a promise or missed a threshold, and with 2 when it could not be made.
            """)

    @Argument(help: "The scenario's file.") var scenario: String
    @OptionGroup var node: NodeOptions
    @Option(help: "Play for so many seconds instead of the scenario's duration.") var seconds: Double?
    @Option(help: "Contacts a second instead of the scenario's rate.") var rate: Double?
    @Option(help: "The seed instead of the scenario's.") var seed: UInt64?
    @Option(help: "Write the report to this file as JSON.") var json: String?
    @Option(help: "Hold the run against an earlier one, by the report that it wrote with --json.") var against: String?
    @Option(help: "File with how many times as long as the earlier run's latencies this one's may be.")
    var thresholds = "loadtest/thresholds/run.json"
    @Option(help: "Write the report to this file as a page with charts.") var html: String?
    @Option(help: "Keep the history in this file.") var history: String?
    @Flag(help: "Record no history, and check nothing.") var noHistory = false
    @Option(help: "Replay the calls of this file.") var trace: String?
    @Option(help: "The day of the trace, such as 1999-08-02.") var day: String?
    @Option(help: "How fast the node's clock is expected to run; anything else is an error.") var clockRate: Double?
    @Option(help: "Measure the floor's commits in this folder: best on the node's disk.") var floorFolder: String?
    @Flag(help: "Do not measure the floor.") var noFloor = false
    @Flag(help: "Show no progress.") var quiet = false

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var played = try ScenarioReader.read(file: scenario)
            if let seed { played.seed = seed }
            let scratch = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID()).jsonl").path
            var options = try options(played.seed)
            options.history = noHistory ? nil : history ?? scratch
            defer { if history == nil { try? FileManager.default.removeItem(atPath: scratch) } }
            let report = try await LoadTestPlay(played, options).play()
            print(report.text)
            if let json { try OutputFile.write(report.json(), to: json) }
            if let html { try OutputFile.write(Data(report.html.utf8), to: html) }
            let verdicts = try verdicts(on: report)
            for verdict in verdicts { print("  \(verdict.text)") }
            return report.violationCount == 0 && verdicts.allSatisfy(\.isPassed)
        }
        if let failures { throw failures }
    }

    private func verdicts(on report: RunReport) throws(HarnessError) -> [RunVerdict] {
        guard let against else { return [] }
        return try RunThresholds(contentsOf: thresholds)
            .verdicts(on: report, against: RunReport(contentsOf: against))
    }

    private func options(_ seed: UInt64) throws(HarnessError) -> RunOptions {
        var options = RunOptions(target: try node.target())
        options.folder = URL(filePath: scenario).deletingLastPathComponent().path
        options.duration = seconds.map { .milliseconds(Int64($0 * 1_000)) }
        options.rate = rate
        options.floorFolder = floorFolder ?? node.dataFolder
        options.measuresFloor = !noFloor
        options.showsProgress = !quiet
        options.clockRate = clockRate
        guard let trace else { return options }
        guard let day else { throw HarnessError(.trace, "Name the day of the trace with --day, such as 1999-08-02.") }
        options.trace = try TracePlan(
            file: trace, day: day, seconds: seconds.map { Int($0 * (clockRate ?? 1)) }, seed: seed)
        return options
    }
}
