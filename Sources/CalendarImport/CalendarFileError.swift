/// Why an iCalendar file cannot be read as holidays.
public struct CalendarFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which event, what is wrong with it, and what would be right: half a sentence.
    public let message: String

    init(_ message: String) {
        self.message = message
    }

    public var description: String { message }
}
