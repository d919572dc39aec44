import ArgumentParser
import GatewayAPI
import GatewayClient

/// `sundial calendar reopen`
struct CalendarReopenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Lets a calendar that was closed against its hours keep them again.")

    @Argument(help: "The calendar's id.")
    var calendar: String

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.withClient { client in
            let applied = try await client.reopen(calendar: calendar)
            print("\(calendar) keeps its hours again (version \(applied.version) of the configuration).")
        }
    }
}
