import ContactCenter
import Wire

/// Days given in two ways: as a calendar has them, and as something that any day can be asked.
struct SampledDays {
    let recurrence: Recurrence
    /// Whether a day is among them.
    let contains: @Sendable (LocalDay, _ weekday: Int) -> Bool

    /// Single days, a day of every year, the last one of a weekday of every month, or every other of a weekday.
    static func random(in years: Range<Int>, _ random: inout SeededGenerator) -> SampledDays {
        let start = LocalDay(
            year: years.lowerBound + random.below(years.count), month: 1 + random.below(12), day: 1 + random.below(28))
        let wanted = 1 + random.below(7)
        let name = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][wanted - 1]
        switch random.below(3) {
        case 0:
            let other = LocalDay(year: start.year, month: start.month, day: 1 + start.day % 28)
            return SampledDays(recurrence: Recurrence(start: start, added: [other])) { day, _ in
                day == start || day == other
            }
        case 1:
            return SampledDays(recurrence: made(start, "FREQ=YEARLY")) { day, _ in
                (day.month, day.day) == (start.month, start.day) && day >= start
            }
        default:
            return SampledDays(recurrence: made(start, "FREQ=MONTHLY;BYDAY=-1\(name)")) { day, weekday in
                weekday == wanted && day >= start && day.day + 7 > lengths[day.month - 1] + (isLong(day) ? 1 : 0)
            }
        }
    }

    private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    private static func isLong(_ day: LocalDay) -> Bool {
        day.month == 2 && (day.year % 400 == 0 || day.year % 4 == 0 && day.year % 100 != 0)
    }

    private static func made(_ start: LocalDay, _ rule: String) -> Recurrence {
        Recurrence(start: start, rule: try? RecurrenceRule(rule))
    }
}
