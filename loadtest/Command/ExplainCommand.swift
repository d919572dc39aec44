import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest explain`: whether the journal explains contacts as they were explained live.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Plays a scenario, has random contacts explained, and compares with what the journal says later.",
        discussion: """
            Each contact is explained once, at whatever instant, and when all is played again as of that instant, from \
            the journal. The center is named as for `loadtest run`.

            Exits with 1 when an explanation differs, when fewer contacts than wanted could be explained, or when the \
            run broke a promise; with 2 when it could not be made.
            """)

    @Argument(help: "The scenario's file.") var scenario: String
    @Option(help: "How many contacts are explained.") var contacts = 1_000
    @Option(help: "Play for so many seconds instead of the scenario's duration.") var seconds: Double?
    @Option(help: "The seed instead of the scenario's.") var seed: UInt64?
    @Flag(help: "Show no progress.") var quiet = false
    @OptionGroup var node: NodeOptions

    func validate() throws {
        if contacts < 1 { throw ValidationError("--contacts takes a number above 0.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var played = try ScenarioReader.read(file: scenario)
            if let seed { played.seed = seed }
            let history = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID()).jsonl").path
            defer { try? FileManager.default.removeItem(atPath: history) }
            var options = RunOptions(targets: try node.targets())
            options.folder = URL(filePath: scenario).deletingLastPathComponent().path
            options.duration = seconds.map { .milliseconds(Int64($0 * 1_000)) }
            options.showsProgress = !quiet
            options.measuresFloor = false
            options.history = history
            let report = try await ExplainComparison(played, options, contacts: contacts).run()
            print(report.play.text)
            print(report.explained.text)
            return report.play.violationCount == 0 && report.explained.differences.isEmpty
                && report.explained.count == contacts
        }
        if let failures { throw failures }
    }
}
