import ArgumentParser
import Foundation
import LoadHarness

/// What is played, and where the report goes.
struct PlayOptions: ParsableArguments {
    @Argument(help: "The scenario's file.") var scenario: String
    @Option(help: "Play for so many seconds instead of the scenario's duration.") var seconds: Double?
    @Option(help: "Contacts a second instead of the scenario's rate.") var rate: Double?
    @Option(help: "The seed instead of the scenario's.") var seed: UInt64?
    @Option(help: "Write the report to this file as JSON.") var json: String?
    @Option(help: "Hold the run against an earlier one, by the report that it wrote with --json.") var against: String?
    @Option(help: "File with the bounds that a run is held to against an earlier one.")
    var thresholds = "loadtest/thresholds/run.json"
    @Option(help: "Write the report to this file as a page with charts.") var html: String?
    @Option(help: "Keep the history in this file.") var history: String?
    @Flag(help: "Record no history, and check nothing.") var noHistory = false
    @Flag(help: "Show no progress.") var quiet = false

    /// Plays, and prints and writes the report.
    ///
    /// - Parameters:
    ///   - pooled: By what share contacts may wait longer than on one site with all agents; nil where that does not
    ///     matter.
    ///   - adjust: Sets what the command has beside these options; it is told the seed.
    /// - Returns: Whether no promise was broken and no threshold missed.
    func play(
        on targets: [Target], pooled: Double? = nil, _ adjust: (inout RunOptions, UInt64) throws(HarnessError) -> Void
    ) async throws(HarnessError) -> Bool {
        var played = try ScenarioReader.read(file: scenario)
        if let seed { played.seed = seed }
        let scratch = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID()).jsonl").path
        defer { if history == nil { try? FileManager.default.removeItem(atPath: scratch) } }
        var options = RunOptions(targets: targets)
        options.folder = URL(filePath: scenario).deletingLastPathComponent().path
        options.duration = seconds.map { .milliseconds(Int64($0 * 1_000)) }
        options.rate = rate
        options.showsProgress = !quiet
        options.history = noHistory ? nil : history ?? scratch
        options.comparesPooled = pooled != nil
        try adjust(&options, played.seed)
        let report = try await LoadTestPlay(played, options).play()
        print(report.text)
        if let json { try OutputFile.write(report.json(), to: json) }
        if let html { try OutputFile.write(Data(report.html.utf8), to: html) }
        var verdicts = try verdicts(on: report)
        if let pooled, let comparison = report.pooled { verdicts.append(comparison.verdict(within: pooled)) }
        for verdict in verdicts { print("  \(verdict.text)") }
        return report.violationCount == 0 && verdicts.allSatisfy(\.isPassed)
    }

    private func verdicts(on report: RunReport) throws(HarnessError) -> [RunVerdict] {
        guard let against else { return [] }
        return try RunThresholds(contentsOf: thresholds)
            .verdicts(on: report, against: RunReport(contentsOf: against))
    }
}
