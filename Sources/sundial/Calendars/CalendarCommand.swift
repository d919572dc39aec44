import ArgumentParser

/// `sundial calendar`
struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Shows when calendars are open and why, and closes them in an emergency.",
        subcommands: [
            CalendarShowCommand.self, CalendarCheckCommand.self, CalendarCloseCommand.self, CalendarReopenCommand.self,
        ])
}
