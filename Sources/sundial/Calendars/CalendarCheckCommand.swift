import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial calendar check`
struct CalendarCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says whether a calendar is open at an instant, why, and what comes next.")

    @Argument(help: "The calendar's id.")
    var calendar: String

    @Option(help: "The instant, such as 2026-12-24T08:00:00Z. (default: now)")
    var at: DateTime?

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let state = try await client.calendar(calendar, at: at)
            if read.json { return try Report.json(state) }
            print("\(state.id) is \(state.isOpen ? "open" : "closed"): \(state.reason)")
            print("At            \(Self.text(state.at))")
            print("Next change   \(state.nextChange.map(Self.text) ?? "never")")
            print("Next opening  \(state.nextOpening.map(Self.text) ?? "never")")
        }
    }

    private static func text(_ time: CalendarTime) -> String { "\(time.local) (\(time.instant))" }
}
