import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial calendar close`
struct CalendarCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract:
            "Closes a calendar against its hours from now on, at every site, as a new version of the configuration.",
        discussion: """
            Queues that have the calendar let nobody in to wait: their overflow rules say what becomes of who comes \
            and of who waits. Sites that have it close, and what is offered there goes elsewhere. Closing it again \
            replaces the closure before.
            """)

    @Argument(help: "The calendar's id.")
    var calendar: String

    @Option(help: "When the closure is over, such as 2026-12-24T08:00:00Z. (default: when it is reopened)")
    var until: DateTime?

    @Option(help: "Why: a sentence for people.")
    var reason: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let applied = try await client.close(calendar: calendar, ClosureRequest(until: until, reason: reason))
            let end = until.map { "until \($0)" } ?? "until it is reopened"
            print("\(calendar) is closed \(end) (version \(applied.version) of the configuration).")
            print("End it before with: sundial calendar reopen \(calendar)")
        }
    }
}
