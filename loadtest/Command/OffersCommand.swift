import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest offers`.
struct OffersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offers",
        abstract: "Measures arrival to offer over NATS and JetStream beside what libnats alone takes.",
        discussion: """
            Starts the NATS servers and a node, and joins them as a client of the actor system. The floor is a bare \
            request, one acknowledged append and one publication; offers are measured at a share, half unless stated, of \
            the most whole lives a second. Exits with 1 when a threshold is missed, with 2 when nothing could be measured.
            """)

    @Option(help: "The program sundial.")
    var sundial: String

    @Option(help: "Over how many NATS servers the journal is replicated: 1 or 3.")
    var replicas = 1

    @Option(help: "How many turns of each measurement; the figures are their medians.")
    var rounds = 5

    @Option(help: "About how long each measurement takes, in seconds.")
    var seconds = 4.0

    @Option(help: "Lives under way at a time where the most a second are sought.")
    var outstanding = 64

    @Option(help: "At what share of the most lives a second offers are measured.")
    var share = 0.5

    @Option(help: "File with the thresholds.")
    var thresholds = "loadtest/thresholds/offers.json"

    @Option(
        help: ArgumentHelp("Write the report to this file as JSON; - writes it to standard output.", valueName: "file"))
    var json: String?

    func validate() throws {
        guard rounds >= 1, seconds > 0 else { throw ValidationError("At least 1 round of some time is needed.") }
        guard replicas == 1 || replicas == 3 else { throw ValidationError("--replicas takes 1 or 3.") }
        guard share > 0, share <= 1 else { throw ValidationError("--share takes more than 0, at most 1.") }
        guard (1...150).contains(outstanding) else { throw ValidationError("--outstanding takes 1 to 150.") }
    }

    func run() async throws {
        try await PairedMeasurement.run(json: json) { show in
            let limits = try OffersThresholds(contentsOf: URL(filePath: thresholds))
            var benchmark = OffersBenchmark(sundial: sundial)
            benchmark.replicas = replicas
            benchmark.rounds = rounds
            benchmark.seconds = seconds
            benchmark.outstanding = outstanding
            benchmark.share = share
            var report = try await benchmark.run(progress: show)
            report.verdicts = limits.verdicts(on: report)
            return report
        }
    }
}
