import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest sites`.
struct SitesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sites",
        abstract: "Measures the whole lives a second of a cluster of three sites beside those of one node.",
        discussion: """
            Starts one node with one NATS server, and then three sites with two nodes and a server each, in turns, and \
            joins them as a client of the actor system. `loadtest cluster --against` measures the same over HTTP. Exits \
            with 1 when a threshold is missed, with 2 when nothing could be measured.
            """)

    @Option(help: "The program sundial.")
    var sundial: String

    @Option(help: "How many turns of each measurement; the figures are their medians.")
    var rounds = 3

    @Option(help: "About how long each measurement takes, in seconds.")
    var seconds = 8.0

    @Option(help: "Lives under way at a time.")
    var outstanding = 600

    @Option(help: "File with the thresholds.")
    var thresholds = "loadtest/thresholds/sites.json"

    @Option(
        help: ArgumentHelp("Write the report to this file as JSON; - writes it to standard output.", valueName: "file"))
    var json: String?

    func validate() throws {
        guard rounds >= 1, seconds > 0 else { throw ValidationError("At least 1 round of some time is needed.") }
        guard (1...1_000).contains(outstanding) else { throw ValidationError("--outstanding takes 1 to 1000.") }
    }

    func run() async throws {
        try await PairedMeasurement.run(json: json) { show in
            let limits = try SitesThresholds(contentsOf: URL(filePath: thresholds))
            var benchmark = SitesBenchmark(sundial: sundial)
            benchmark.rounds = rounds
            benchmark.seconds = seconds
            benchmark.outstanding = outstanding
            var report = try await benchmark.run(progress: show)
            report.verdicts = limits.verdicts(on: report)
            return report
        }
    }
}
