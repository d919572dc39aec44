public import Wire

/// How a zone's clocks are changed every year from some time on: the `TZ` string of POSIX, as RFC 9636 (3.3.1) has it
/// behind a zone's changes.
///
/// `CET-1CEST,M3.5.0,M10.5.0/3`: one hour east of UTC, another from the last Sunday of March to that of October. Where
/// winter is the exception (`IST-1GMT0,M10.5.0,M3.5.0/1` for Ireland) the second offset is the lesser one.
public struct YearlyZoneRule: Hashable, Sendable {
    /// As it is written.
    public let text: String
    /// Seconds east of UTC outside the exception.
    let standard: Int
    /// The exception of each year; nil when there is none.
    let exception: Exception?

    struct Exception: Hashable {
        /// Seconds east of UTC.
        var offset: Int
        var start: Moment
        var end: Moment
    }

    /// A local time of each year.
    struct Moment: Hashable {
        var day: Day
        /// From local midnight, -167 to 167 hours.
        var seconds: Int
    }

    enum Day: Hashable {
        /// 1 to 12; 1 to 5, 5 being the last; 0 for Sunday.
        case weekday(month: Int, week: Int, weekday: Int)
        /// 1 to 365; 29 February is never counted.
        case withoutLeapDay(Int)
        /// 0 to 365.
        case ofYear(Int)
    }

    /// Reads the text; nil when it is none.
    public init?(_ text: String) {
        var parser = YearlyZoneRuleParser(text)
        guard let (standard, exception) = parser.parse() else { return nil }
        self.text = text
        self.standard = standard
        self.exception = exception
    }

    /// The changes of one year, in the order in which they take effect.
    func changes(in year: Int) -> [ZoneRules.Change] {
        guard let exception else { return [] }
        let start = exception.start.second(in: year) - standard
        let end = exception.end.second(in: year) - exception.offset
        let changes = [
            ZoneRules.Change(second: end, offset: standard), ZoneRules.Change(second: start, offset: exception.offset),
        ]
        return start < end ? changes.reversed() : changes
    }
}

extension YearlyZoneRule.Moment {
    /// Seconds since 1970 on the local clock.
    func second(in year: Int) -> Int { day.epochDay(in: year) * 86_400 + seconds }
}

extension YearlyZoneRule.Day {
    func epochDay(in year: Int) -> Int {
        let newYear = LocalDay(year: year, month: 1, day: 1).epochDay
        switch self {
        case .withoutLeapDay(let day):
            let isBehindLeapDay = day >= 60 && LocalDay.length(ofMonth: 2, year: year) == 29
            return newYear + day - 1 + (isBehindLeapDay ? 1 : 0)
        case .ofYear(let day):
            return newYear + day
        case .weekday(let month, let week, let weekday):
            let first = LocalDay(year: year, month: month, day: 1).epochDay
            let sundayBased = (LocalDay.weekday(ofEpochDay: first)) % 7
            let day = (weekday - sundayBased + 7) % 7 + (week - 1) * 7
            return first + (day < LocalDay.length(ofMonth: month, year: year) ? day : day - 7)
        }
    }
}

extension YearlyZoneRule: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(text) }

    public init(from reader: inout WireReader) throws(WireError) {
        guard let rule = Self(try reader.readString(bound: 256)) else {
            throw WireError(.invalidValue, reading: "yearly rule of a time zone", at: reader.offset)
        }
        self = rule
    }
}
