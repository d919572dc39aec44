public import Wire

/// A calendar is to be closed against its hours from now on.
public struct CloseCalendar: Hashable, Sendable {
    /// Which calendar.
    public var calendar: CalendarID
    /// Until when; nil until it is reopened.
    public var until: Timestamp?
    /// Why: a sentence for people, at most 256 bytes.
    public var reason: String

    public init(calendar: CalendarID, until: Timestamp?, reason: String) {
        self.calendar = calendar
        self.until = until
        self.reason = reason
    }
}

extension CloseCalendar: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(calendar)
        writer.write(until)
        writer.write(reason)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(calendar: try reader.read(), until: try reader.readOptional(), reason: try reader.read())
    }
}
