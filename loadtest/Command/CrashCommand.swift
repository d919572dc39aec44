import ArgumentParser
import Foundation
import History
import LoadHarness

/// `loadtest crash`: kills a node again and again in the middle of a load.
struct CrashCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crash",
        abstract: "Kills a node in the middle of a load, restarts it on the same data, and looks for what is missing.",
        discussion: "Exits with 1 when something was lost or wrong, and with 2 when the rounds could not be made.")

    @Option(help: "The program sundial.") var sundial: String
    @Option(help: "How many times the node is killed.") var rounds = 20
    @Option(help: "Contacts a second.") var rate = 500.0
    @Option(help: "The mean number of seconds between two kills.") var pause = 3.0
    @Option(help: "Contacts that wait throughout, in a queue that nobody serves.") var live = 0
    @Option(help: "The seed.") var seed: UInt64 = 1
    @Option(help: "Keep data and history in this folder.") var folder: String?
    @Option(help: "Write the report to this file as JSON.") var json: String?
    @Flag(help: "Show no progress.") var quiet = false

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var test = CrashTest(sundial: sundial)
            test.rounds = rounds
            test.rate = rate
            test.pause = .milliseconds(Int64(pause * 1_000))
            test.parked = live
            test.seed = seed
            test.folder = folder
            test.showsProgress = !quiet
            let report = try await test.run()
            print(report.text)
            if let json { try OutputFile.write(report.json(), to: json) }
            return report.isClean
        }
        if let failures { throw failures }
    }
}
