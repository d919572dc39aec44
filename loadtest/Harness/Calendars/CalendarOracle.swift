import ContactCenter
import Foundation

/// Whether a calendar is open, the long way: by what the clock on the wall shows, and by going through everything.
struct CalendarOracle {
    private let calendar: SampledCalendar
    /// The day that the clock showed last, and what is open on it in its minutes.
    private var shown = LocalDay(year: 0, month: 0, day: 0)
    private var spans: [Range<Int>] = []

    init(_ calendar: SampledCalendar) {
        self.calendar = calendar
    }

    /// Whether it is open in the minute that begins at `second`, the clock showing `reading`.
    mutating func isOpen(at second: Int, _ reading: tm) -> Bool {
        let day = LocalDay(reading)
        if day != shown {
            shown = day
            spans = spans(of: reading)
        }
        let minute = Int(reading.tm_hour) * 60 + Int(reading.tm_min)
        guard spans.contains(where: { $0.contains(minute) }) else { return false }
        return !calendar.closures.contains { closure in
            closure.from.microseconds <= Int64(second) * 1_000_000
                && Int64(second) * 1_000_000 < closure.until?.microseconds ?? .max
        }
    }

    /// What began on the day or up to seven days before, unless it is a holiday.
    private func spans(of reading: tm) -> [Range<Int>] {
        guard override(on: reading) != nil || !isHoliday(reading) else { return [] }
        return (0...7).flatMap { back in
            let begun = Self.days(back, before: reading)
            let hours = override(on: begun) ?? (isHoliday(begun) ? [] : week(of: begun))
            return hours.map { $0.lowerBound - back * 1440..<$0.upperBound - back * 1440 }
        }
    }

    private func week(of day: tm) -> [Range<Int>] {
        calendar.weekly.filter { $0.weekday == Self.weekday(day) }.map { $0.startMinute..<$0.endMinute }
    }

    private func isHoliday(_ day: tm) -> Bool {
        calendar.holidays.contains { $0.contains(LocalDay(day), Self.weekday(day)) }
    }

    private func override(on day: tm) -> [Range<Int>]? {
        calendar.overrides.first { $0.days.contains(LocalDay(day), Self.weekday(day)) }
            .map { $0.hours.map { $0.startMinute..<$0.endMinute } }
    }

    private static func weekday(_ day: tm) -> Int { day.tm_wday == 0 ? 7 : Int(day.tm_wday) }

    private static func days(_ count: Int, before reading: tm) -> tm {
        var day = tm()
        (day.tm_year, day.tm_mon, day.tm_mday) = (reading.tm_year, reading.tm_mon, reading.tm_mday - Int32(count))
        // Brings the day of the month into its bounds.
        _ = timegm(&day)
        return day
    }
}

extension LocalDay {
    fileprivate init(_ reading: tm) {
        self.init(year: Int(reading.tm_year) + 1900, month: Int(reading.tm_mon) + 1, day: Int(reading.tm_mday))
    }
}
