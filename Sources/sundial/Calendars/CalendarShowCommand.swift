import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial calendar show`
struct CalendarShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows when a calendar is open, a week ahead unless told otherwise.",
        discussion: "At most 100 openings are shown.")

    @Argument(help: "The calendar's id.")
    var calendar: String

    @Option(help: "From when on, such as 2026-12-24T00:00:00Z. (default: now)")
    var from: DateTime?

    @Option(help: "Until when, at most 400 days later. (default: a week later)")
    var to: DateTime?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let state = try await client.calendar(calendar, at: from, until: to)
            if read.json { return try Report.json(state) }
            print("Calendar  \(state.id), \(state.timeZone)")
            print("Open for  \(Phrase.duration(seconds: state.openSeconds)) from \(state.at.local)\n")
            var table = Table("OPENS", "CLOSES", "OPENS (UTC)")
            for opening in state.openings {
                table.add(opening.from.local, opening.until?.local ?? "later", "\(opening.from.instant)")
            }
            print(table.text(empty: "It is not open in that time."))
        }
    }
}
