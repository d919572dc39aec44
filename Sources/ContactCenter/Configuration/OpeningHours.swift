/// A calendar made ready to be asked when it is open.
///
/// Whether it is open depends on the clock on the wall of its time zone alone: an opening that falls into the hour
/// which daylight saving leaves out does not take place, and one in the hour that is repeated takes place twice. An
/// interval that passes midnight belongs to the day on which it begins. On a holiday nothing is open, neither what
/// begins on it nor what the day before reaches over into it.
///
/// Every question is answered by arithmetic over days since 1970 and a table of the zone's offsets; Foundation is
/// asked only for instants outside the years of the table.
public struct OpeningHours: Sendable {
    /// The calendar that this was made from.
    public let calendar: CalendarConfiguration

    private let offsets: ZoneOffsets
    /// Open minutes of each weekday from Monday on, in rising order, apart from each other, within 0 to 1440.
    private let own: [[Range<Int>]]
    /// Open minutes that the day before each weekday reaches over into it.
    private let carried: [[Range<Int>]]
    /// Days since 1970, rising.
    private let holidays: [Int]

    /// Makes the calendar ready; nil when its time zone is unknown.
    public init?(_ calendar: CalendarConfiguration) {
        guard let offsets = ZoneOffsets(identifier: calendar.timeZone) else { return nil }
        self.calendar = calendar
        self.offsets = offsets
        var own = [[Range<Int>]](repeating: [], count: 7)
        var carried = own
        for interval in calendar.weekly where interval.isValid {
            let weekday = interval.weekday - 1
            own[weekday].append(interval.startMinute..<min(interval.endMinute, 1440))
            if interval.endMinute > 1440 { carried[(weekday + 1) % 7].append(0..<interval.endMinute - 1440) }
        }
        self.own = own.map(Self.merged)
        self.carried = carried.map(Self.merged)
        holidays = Set(calendar.holidays.filter(\.exists).map(\.epochDay)).sorted()
    }

    /// Whether it is open at that instant. Complexity: O(log holidays + log offset changes).
    public func isOpen(at instant: Timestamp) -> Bool {
        isOpen(local: instant.wholeSeconds + offsets.offset(at: instant.wholeSeconds))
    }

    private func isOpen(local: Int) -> Bool {
        let day = Self.day(of: local)
        guard !isHoliday(day) else { return false }
        let minute = (local - day * 86_400) / 60
        let weekday = Self.weekday(of: day)
        if own[weekday].contains(where: { $0.contains(minute) }) { return true }
        return carried[weekday].contains { $0.contains(minute) } && !isHoliday(day - 1)
    }

    private func isHoliday(_ day: Int) -> Bool {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low < holidays.count && holidays[low] == day
    }

    private static func day(of local: Int) -> Int {
        local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    }

    /// 0 is Monday; 1970-01-01 was a Thursday.
    private static func weekday(of day: Int) -> Int {
        let shifted = (day + 3) % 7
        return shifted < 0 ? shifted + 7 : shifted
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
    fileprivate var wholeSeconds: Int {
        Int(microseconds / 1_000_000) - (microseconds % 1_000_000 < 0 ? 1 : 0)
    }
}
