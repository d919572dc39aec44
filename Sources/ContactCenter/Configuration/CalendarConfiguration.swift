public import Wire

/// When something is open.
public struct CalendarConfiguration: Hashable, Sendable {
    /// The calendar's id.
    public var id: CalendarID
    /// IANA name, such as `Europe/Berlin`.
    public var timeZone: String
    /// Opening intervals of every week, in the zone's local time.
    public var weekly: [WeeklyInterval]
    /// Whole local days on which it is closed.
    public var holidays: [LocalDay]

    public init(id: CalendarID, timeZone: String, weekly: [WeeklyInterval], holidays: [LocalDay] = []) {
        self.id = id
        self.timeZone = timeZone
        self.weekly = weekly
        self.holidays = holidays
    }
}

extension CalendarConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(id)
        writer.write(timeZone)
        writer.write(weekly)
        writer.write(holidays)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "calendar")
        self.init(
            id: try reader.read(), timeZone: try reader.read(), weekly: try reader.read(), holidays: try reader.read())
    }
}
