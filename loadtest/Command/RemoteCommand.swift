import ArgumentParser
import Foundation
import LoadHarness
import NATSServerProcess

/// `loadtest remote`.
struct RemoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remote",
        abstract: "Measures calls of a distributed actor over NATS beside bare requests of libnats.",
        discussion: """
            Both ends and the server are on this machine; the server is started unless one is named. Exits with 1 when \
            a threshold is missed, with 2 when nothing could be measured.
            """)

    @Option(help: "Address of a running nats-server; without it one is started.")
    var nats: String?

    @Option(help: "How many turns of each measurement; the figures are their medians.")
    var rounds = 5

    @Option(help: "About how long each measurement takes, in seconds.")
    var seconds = 1.0

    @Option(help: "File with the thresholds.")
    var thresholds = "loadtest/thresholds/remote.json"

    @Option(
        help: ArgumentHelp("Write the report to this file as JSON; - writes it to standard output.", valueName: "file"))
    var json: String?

    func validate() throws {
        guard rounds >= 1, seconds > 0 else { throw ValidationError("At least 1 round of some time is needed.") }
    }

    func run() async throws {
        let report = try await measured()
        if let json { try OutputFile.write(report: report, to: json) }
        if json != "-" { print(report.text) }
        if !report.isPassed { throw ExitCode(1) }
    }

    private func measured() async throws -> PairedReport {
        do {
            let limits = try RemoteThresholds(contentsOf: URL(filePath: thresholds))
            var report =
                if let nats { try await measured(at: nats) } else {
                    try await NATSServer.with { try await measured(at: $0.url) }
                }
            report.verdicts = limits.verdicts(on: report)
            return report
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(2)
        }
    }

    private func measured(at url: String) async throws -> PairedReport {
        try await RemoteBenchmark(url: url, rounds: rounds, seconds: seconds).run { step in
            FileHandle.standardError.write(Data("\(step) ...\n".utf8))
        }
    }
}
