/// A calendar made ready to be asked when it is open.
///
/// Whether it is open depends on the clock on the wall of its time zone alone, closures excepted: an opening that falls
/// into the hour which daylight saving leaves out does not take place, and one in the hour that is repeated takes place
/// twice. An interval that passes midnight belongs to the day on which it begins.
///
/// On a holiday nothing is open, neither what begins on it nor what the days before reach over into it. An override
/// replaces what begins on its day, holiday or not; what the days before reach over into it stays. A closure stands
/// above all of that.
///
/// Every question is answered by arithmetic over days since 1970, a set of the days that are not like every week's,
/// and a table of the zone's offsets. After 2200 no holidays and overrides are known.
public struct BusinessCalendar: Sendable {
    /// The calendar that this was made from.
    public let configuration: CalendarConfiguration
    /// Those that close it, in no order.
    let closures: [Closure]
    let offsets: ZoneOffsets

    /// What begins on each weekday from Monday on.
    private let weekly: [[Range<Int>]]
    /// Open minutes of each weekday from Monday on, where only days like every week's are near: rising, apart from each
    /// other, within 0 to 1440.
    private let usual: [[Range<Int>]]
    /// How many days before, what begins on a day may still be open.
    private let reach: Int
    private var holidays = DaySet()
    /// Days whose open minutes are not the usual ones.
    private var unusual = DaySet()
    /// By day, what begins on it in place of the week's intervals.
    private var overrides: [Int: [Range<Int>]] = [:]

    /// Makes the calendar ready.
    ///
    /// - Parameters:
    ///   - rules: Those of its time zone.
    ///   - closures: Those that close it.
    public init(_ calendar: CalendarConfiguration, rules: ZoneRules, closures: [Closure] = []) {
        configuration = calendar
        self.closures = closures
        offsets = ZoneOffsets(rules)
        var weekly = [[Range<Int>]](repeating: [], count: 7)
        for interval in calendar.weekly where interval.isValid {
            weekly[interval.weekday - 1].append(interval.startMinute..<interval.endMinute)
        }
        self.weekly = weekly
        for override in calendar.overrides {
            let hours = override.hours.filter(\.isValid).map { $0.startMinute..<$0.endMinute }
            for day in override.days.epochDays where overrides[day] == nil { overrides[day] = hours }
        }
        let ends = [weekly.joined().map(\.upperBound).max(), overrides.values.joined().map(\.upperBound).max()]
        reach = ((ends.compactMap(\.self).max() ?? 1) - 1) / 1440
        let usual = (0..<7).map { weekday in
            (0...7).flatMap { back in
                Self.part(of: weekly[(weekday - back + 7) % 7], daysLater: back)
            }
        }
        self.usual = usual.map(Self.merged)
        markHolidays()
        for day in overrides.keys { markUnusual(day) }
    }

    /// Whether it is open at that instant. Complexity: O(log changes of offset).
    public func isOpen(at instant: Timestamp) -> Bool {
        if !closures.isEmpty, closures.contains(where: { $0.contains(instant) }) { return false }
        let second = instant.wholeSeconds
        return isOpen(local: second + offsets.offset(at: second))
    }

    private func isOpen(local: Int) -> Bool {
        let day = Self.day(of: local)
        let minute = (local - day * 86_400) / 60
        guard unusual.contains(day) else {
            return usual[LocalDay.weekday(ofEpochDay: day) - 1].contains { $0.contains(minute) }
        }
        return !holidays.contains(day) && openMinutes(of: day).contains { $0.contains(minute) }
    }

    /// Minutes of a local day at which it is open: rising, apart from each other, within 0 to 1440.
    func openMinutes(of day: Int) -> [Range<Int>] {
        guard unusual.contains(day) else { return usual[LocalDay.weekday(ofEpochDay: day) - 1] }
        guard !holidays.contains(day) else { return [] }
        return Self.merged(
            (0...reach).flatMap { back in Self.part(of: hours(beginningOn: day - back), daysLater: back) })
    }

    /// What begins on a local day, in its minutes; may reach beyond its end.
    private func hours(beginningOn day: Int) -> [Range<Int>] {
        if let hours = overrides[day] { return hours }
        return holidays.contains(day) ? [] : weekly[LocalDay.weekday(ofEpochDay: day) - 1]
    }

    /// The last local day that is not like every week's; nil when all are.
    var lastUnusualDay: Int? { unusual.last }

    private mutating func markHolidays() {
        for holiday in configuration.holidays {
            for first in holiday.days.epochDays {
                for day in first..<first + max(1, holiday.length) where overrides[day] == nil {
                    holidays.insert(day)
                    markUnusual(day)
                }
            }
        }
    }

    private mutating func markUnusual(_ day: Int) {
        for later in 0...reach { unusual.insert(day + later) }
    }

    /// The part of a day's hours that lies so many days later, in that day's minutes.
    private static func part(of hours: [Range<Int>], daysLater days: Int) -> [Range<Int>] {
        hours.compactMap { range in
            let lower = max(range.lowerBound - days * 1440, 0)
            let upper = min(range.upperBound - days * 1440, 1440)
            return lower < upper ? lower..<upper : nil
        }
    }

    static func day(of local: Int) -> Int {
        local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

extension Timestamp {
    /// Whole seconds since 1970, rounded down.
    var wholeSeconds: Int {
        Int(microseconds / 1_000_000) - (microseconds % 1_000_000 < 0 ? 1 : 0)
    }
}
