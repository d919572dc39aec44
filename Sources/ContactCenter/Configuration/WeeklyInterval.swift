public import Wire

/// An opening interval of one day of the week.
public struct WeeklyInterval: Hashable, Sendable {
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int
    /// First minute of the day, 0 to 1439.
    public var startMinute: Int
    /// The minute it closes, above `startMinute`, at most 2880: beyond 1440 it reaches into the next day.
    public var endMinute: Int

    public init(weekday: Int, startMinute: Int, endMinute: Int) {
        self.weekday = weekday
        self.startMinute = startMinute
        self.endMinute = endMinute
    }
}

extension WeeklyInterval {
    /// Whether its weekday and minutes are within their bounds.
    public var isValid: Bool {
        (1...7).contains(weekday) && (0..<1440).contains(startMinute) && endMinute > startMinute && endMinute <= 2880
    }
}

extension WeeklyInterval: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(weekday)
        writer.write(startMinute)
        writer.write(endMinute)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            weekday: try reader.read(), startMinute: try reader.read(), endMinute: try reader.read())
    }
}

extension WeeklyInterval: CustomStringConvertible {
    /// Such as `Monday 08:00-18:00`; an end beyond midnight is written as on the next day.
    public var description: String {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let name = names.indices.contains(weekday - 1) ? names[weekday - 1] : "weekday \(weekday)"
        return "\(name) \(Self.clock(startMinute))-\(Self.clock(endMinute > 1440 ? endMinute - 1440 : endMinute))"
    }

    private static func clock(_ minute: Int) -> String {
        let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
