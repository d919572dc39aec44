import ContactCenter
import Wire

/// A calendar with everything that a calendar may have, chosen by a seed.
struct SampledCalendar {
    let weekly: [WeeklyInterval]
    let holidays: [SampledDays]
    let overrides: [(days: SampledDays, hours: [DayInterval])]
    let closures: [Closure]

    init(years: Range<Int>, closing span: Range<Int>, _ random: inout SeededGenerator) {
        weekly = (0..<4 + random.below(8)).map { number in
            // Most begin at night, where clocks are changed; the first may go over days.
            let start = random.below(3) == 0 ? random.below(1440) : (1380 + random.below(360)) % 1440
            let isLong = number == 0 && random.below(3) == 0
            let length = isLong ? 1440 + random.below(4 * 1440) : 5 + random.below(number < 6 ? 120 : 600)
            return WeeklyInterval(weekday: 1 + random.below(7), startMinute: start, endMinute: start + length)
        }
        holidays = (0..<12).map { _ in SampledDays.random(in: years, &random) }
        overrides = (0..<8).map { _ in
            let start = random.below(1440)
            let hours = DayInterval(startMinute: start, endMinute: start + 1 + random.below(2880 - start))
            return (SampledDays.random(in: years, &random), random.below(4) == 0 ? [] : [hours])
        }
        closures = (0..<6).map { _ in
            let from = (span.lowerBound + random.below(span.count)) / 60 * 60
            let until = from + (1 + random.below(7 * 1440)) * 60
            return Closure(
                calendar: "sampled", from: Timestamp(second: from), until: Timestamp(second: until),
                reason: "sampled")
        }
    }

    /// As a configuration has it.
    func configuration(zone: String) -> CalendarConfiguration {
        CalendarConfiguration(
            id: "sampled", timeZone: zone, weekly: weekly, holidays: holidays.map { Holiday(days: $0.recurrence) },
            overrides: overrides.map { HoursOverride(days: $0.days.recurrence, hours: $0.hours) })
    }
}

extension Timestamp {
    init(second: Int) { self.init(microseconds: Int64(second) * 1_000_000) }
}
