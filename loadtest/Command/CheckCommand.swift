import ArgumentParser
import Foundation
import History
import LoadHarness

/// `loadtest check`: verifies a history.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Verifies the history of a run against every promise.",
        discussion: "Exits with 1 when one was broken, and with 2 when the history cannot be read.")

    @Argument(help: "The history's file.") var history: String
    @Flag(help: "Write what was found as JSON.") var json = false

    func run() async throws {
        let failures = await ExitStatus.of { () throws(HarnessError) -> Bool in
            let report = try LoadTestPlay.check(history)
            try show(report)
            return report.violationCount == 0
        }
        if let failures { throw failures }
    }

    private func show(_ report: HistoryReport) throws(HarnessError) {
        if json {
            do {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
                print(String(decoding: try encoder.encode(report), as: UTF8.self))
            } catch {
                throw HarnessError(.file, "The report cannot be written as JSON.", cause: error)
            }
            return
        }
        for violation in report.violations { print(violation) }
        let counts = report.contacts
        print(
            "\(report.entries) entries: \(counts.opened) contacts opened, \(counts.answered) answered, "
                + "\(counts.abandoned) abandoned, \(counts.refused) refused, \(counts.unknown) unknown, "
                + "\(counts.lost) lost, \(counts.doubled) doubled; \(report.offers) offers, "
                + "\(report.offersNotJudged) of them not judged for order; \(report.restarts) restarts")
        if !report.isComplete { print("The history ends before its run did: contacts without an end are not counted.") }
        print(report.violationCount == 0 ? "Nothing is wrong." : "\(report.violationCount) violations.")
    }
}
