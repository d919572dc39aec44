import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest calendars`.
struct CalendarsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendars",
        abstract: "Compares calendars of every time zone with an oracle, minute by minute, and measures `open at`.",
        discussion: """
            The oracle reads the clock on the wall by the C library and goes through all hours, holidays, overrides and \
            closures. Without --exhaustive, 26 hours around every change of offset are compared, and as many at other \
            times. Exits with 1 when something differs or `open at` is slower than --least.
            """)

    @Option(help: "Compare this zone; may be repeated. All zones of tzdata that differ otherwise.") var zone: [String] =
        []
    @Flag(help: "Compare every minute of the years.") var exhaustive = false
    @Option(help: "First year.") var from = 2010
    @Option(help: "How many years.") var years = 30
    @Option(help: "How many times of 26 hours are compared elsewhere, in each zone.") var elsewhere = 30
    @Option(help: "Chooses the calendars.") var seed: UInt64 = 1
    @Option(help: "The least `open at` a second, on one core.") var least = 1_000_000.0
    @Option(help: ArgumentHelp("Write the figures as JSON; - is standard output.", valueName: "file")) var json: String?

    func validate() throws {
        guard from >= 1975, years >= 1, from + years <= 2200 else {
            throw ValidationError("Years from 1975 to 2199 can be compared.")
        }
    }

    func run() async throws {
        let failure = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            let zones = try ZoneFile.distinct(zone)
            let check = CalendarCheck(
                years: from..<from + years, extent: exhaustive ? .exhaustive : .sampled(elsewhere: elsewhere),
                seed: seed)
            let compared = check.compare(zones) { sum in
                guard exhaustive else { return }
                FileHandle.standardError.write(
                    Data(
                        "\(sum.zones) of \(zones.count) zones, \(sum.instants) instants, \(sum.differences) differ\n"
                            .utf8))
            }
            let report = CalendarReport(compared: compared, rate: try OpenAtRate.measured(), least: least)
            if let json { try write(report, to: json) }
            if json != "-" { print(report.text) }
            return report.isPassed
        }
        if let failure { throw failure }
    }

    private func write(_ report: CalendarReport, to path: String) throws(HarnessError) {
        do {
            try OutputFile.write(report: report, to: path)
        } catch {
            throw HarnessError(.file, "The report cannot be written to \(path).", cause: error)
        }
    }
}
