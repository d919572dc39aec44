import ArgumentParser
import Foundation
import LoadHarness

/// `loadtest sun`.
struct SunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sun",
        abstract: "Plays a week around the sun on a cluster of three sites, across two changes of daylight saving.",
        discussion: """
            Starts a node and a NATS server for each of Frankfurt, New York and Lord Howe, whose clocks run fast, from the \
            evening before Europe's clocks go forward until Lord Howe's have gone back by half an hour. One queue is \
            served by each site in its hours; agents are signed in day and night. Every offer is held against a clock on \
            the wall that shares nothing with the center's calendars. Exits with 1 when a contact was offered to a closed \
            site, or one that waited where a site closed was left there, with 2 when nothing could be played.
            """)

    @Option(help: "The program sundial.") var sundial: String
    @Option(help: "How many business seconds pass in a second.") var rate = 1_000
    @Option(help: "Play only so many hours of the week.") var hours: Int?

    func validate() throws {
        guard (1...5_000).contains(rate) else { throw ValidationError("--rate takes 1 to 5000.") }
        guard hours.map({ $0 > 0 }) ?? true else { throw ValidationError("--hours takes a number above 0.") }
    }

    func run() async throws {
        let failures = await ExitStatus.of { () async throws(HarnessError) -> Bool in
            var plan = SunPlan()
            plan.rate = rate
            if let hours { plan.seconds = hours * 3_600 }
            let folder = FileManager.default.temporaryDirectory.appending(path: "sun-\(UUID())").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            do {
                let report = try await SunWeek.play(plan, sundial: sundial, in: folder) { print($0) }
                print(report.text)
                return report.isClean
            } catch let error as HarnessError {
                throw error
            } catch {
                throw HarnessError(.center, "The week could not be played.", cause: error)
            }
        }
        if let failures { throw failures }
    }
}
