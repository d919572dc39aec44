public import Wire

/// An opening interval of one day of the week.
public struct WeeklyInterval: Hashable, Sendable {
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    public var weekday: Int
    /// First minute of the day, 0 to 1439.
    public var startMinute: Int
    /// The minute it closes, above `startMinute` by at most a week: beyond 1440 it reaches into the days that follow.
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
        (1...7).contains(weekday) && (0..<1440).contains(startMinute) && endMinute > startMinute
            && endMinute - startMinute <= Self.week
    }

    /// Whether some minute of the week is part of both.
    func overlaps(_ other: WeeklyInterval) -> Bool {
        let start = (weekday - 1) * 1440 + startMinute
        let otherStart = (other.weekday - 1) * 1440 + other.startMinute
        return [-Self.week, 0, Self.week].contains { shift in
            start < otherStart + shift + other.endMinute - other.startMinute
                && otherStart + shift < start + endMinute - startMinute
        }
    }

    private static let week = 7 * 1440
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
    /// Such as `Monday 08:00-18:00`. An end at most a day behind the start is written as on the next day, any other
    /// with its day: `Friday 18:00-Monday 08:00`.
    public var description: String {
        let (days, minute) = (endMinute - 1).quotientAndRemainder(dividingBy: 1440)
        let isFar = endMinute - startMinute > 1440
        let end = isFar ? "\(Self.name(of: (weekday - 1 + days) % 7 + 1)) " : ""
        return "\(Self.name(of: weekday)) \(Self.clock(startMinute))-\(end)\(Self.clock(minute + 1))"
    }

    static func name(of weekday: Int) -> String {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return names.indices.contains(weekday - 1) ? names[weekday - 1] : "weekday \(weekday)"
    }

    /// `HH:MM` of a minute of the day, up to 24:00.
    static func clock(_ minute: Int) -> String {
        let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
