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
    public var holidays: [Holiday]
    /// Days with hours of their own; a day that several name has those of the first.
    public var overrides: [HoursOverride]

    public init(
        id: CalendarID, timeZone: String, weekly: [WeeklyInterval], holidays: [Holiday] = [],
        overrides: [HoursOverride] = []
    ) {
        self.id = id
        self.timeZone = timeZone
        self.weekly = weekly
        self.holidays = holidays
        self.overrides = overrides
    }
}

extension CalendarConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 2)
        writer.write(id)
        writer.write(timeZone)
        writer.write(weekly)
        writer.write(holidays)
        writer.write(overrides)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(2, of: "calendar")
        self.init(id: try reader.read(), timeZone: try reader.read(), weekly: try reader.read())
        if layout == 1 {
            // Before, holidays were single days without names.
            holidays = try reader.readArray().map { (day: LocalDay) in Holiday(on: day) }
        } else {
            holidays = try reader.read()
            overrides = try reader.read()
        }
    }
}
