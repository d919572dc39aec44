public import Wire

/// Which days a recurrence has: RRULE of RFC 5545 (3.3.10) for whole days.
public struct RecurrenceRule: Hashable, Sendable {
    /// The period that is gone through.
    public enum Frequency: String, CaseIterable, Sendable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A day of the week; with an ordinal, only that one of the month or year.
    public struct Weekday: Hashable, Sendable {
        /// 1 for the first, -1 for the last; 0 for every one.
        public var ordinal: Int
        /// 1 for Monday to 7 for Sunday.
        public var weekday: Int
    }

    /// FREQ.
    public var frequency: Frequency
    /// INTERVAL: every so many periods.
    public var interval = 1
    /// COUNT: no more days than this, those that are excepted counted; nil for no bound.
    public var count: Int?
    /// UNTIL: the last day there may be; nil for no bound.
    public var until: LocalDay?
    /// BYMONTH: 1 to 12.
    public var months: [Int] = []
    /// BYWEEKNO: 1 to 53, or from the year's end -1 to -53.
    public var weekNumbers: [Int] = []
    /// BYYEARDAY: 1 to 366, or from the year's end -1 to -366.
    public var yearDays: [Int] = []
    /// BYMONTHDAY: 1 to 31, or from the month's end -1 to -31.
    public var monthDays: [Int] = []
    /// BYDAY.
    public var weekdays: [Weekday] = []
    /// BYSETPOS: which of the days of a period, 1 to 366, or from its end -1 to -366.
    public var positions: [Int] = []
    /// WKST: the day that weeks begin on, 1 for Monday to 7 for Sunday.
    public var weekStart = 1

    init(_ frequency: Frequency) {
        self.frequency = frequency
    }

    /// The names of weekdays from Monday on.
    static let weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}

extension RecurrenceRule: CustomStringConvertible {
    /// As in RFC 5545, its parts always in the same order: `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`.
    public var description: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        if let count { parts.append("COUNT=\(count)") }
        if let until { parts.append("UNTIL=\(until.description.filter { $0 != "-" })") }
        for (name, numbers) in [
            ("BYMONTH", months), ("BYWEEKNO", weekNumbers), ("BYYEARDAY", yearDays), ("BYMONTHDAY", monthDays),
        ] where !numbers.isEmpty {
            parts.append("\(name)=\(numbers.map(String.init).joined(separator: ","))")
        }
        if !weekdays.isEmpty { parts.append("BYDAY=\(weekdays.map(\.description).joined(separator: ","))") }
        if !positions.isEmpty { parts.append("BYSETPOS=\(positions.map(String.init).joined(separator: ","))") }
        if weekStart != 1 { parts.append("WKST=\(Self.weekdayNames[weekStart - 1])") }
        return parts.joined(separator: ";")
    }
}

extension RecurrenceRule.Weekday: CustomStringConvertible {
    /// `MO`, or `-1MO` for the last.
    public var description: String {
        (ordinal == 0 ? "" : "\(ordinal)") + RecurrenceRule.weekdayNames[weekday - 1]
    }
}

extension RecurrenceRule: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(description) }

    public init(from reader: inout WireReader) throws(WireError) {
        let text = try reader.readString(bound: RecurrenceRule.textBound)
        do {
            try self.init(text)
        } catch {
            throw WireError(.invalidValue, reading: "recurrence rule", at: reader.offset)
        }
    }
}
