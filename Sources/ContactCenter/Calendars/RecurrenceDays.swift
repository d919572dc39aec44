/// Goes through the days of a recurrence rule, period by period.
///
/// A day of a period is taken when every BY… part that the rule has names it; where no part says which days, the start
/// does: its month and day of the month, its weekday. BYSETPOS then chooses among the days of the period. This is what
/// the expansions and limits of RFC 5545 (3.3.10) come to for whole days.
///
/// A week belongs to the year that has at least four of its days, and to no other: with BYWEEKNO, a year's days are
/// those of its weeks, which may lie in the year before or after it.
struct RecurrenceDays {
    private let rule: RecurrenceRule
    private let start: Int
    private let months: [Int]
    private let monthDays: [Int]
    private let weekdays: [RecurrenceRule.Weekday]
    private let last: Int

    init(_ rule: RecurrenceRule, from start: LocalDay) {
        self.rule = rule
        self.start = start.epochDay
        last = min(rule.until?.epochDay ?? .max, DaySet.days.upperBound - 1)
        let weekday = RecurrenceRule.Weekday(ordinal: 0, weekday: LocalDay.weekday(ofEpochDay: start.epochDay))
        let namesDays = !rule.yearDays.isEmpty || !rule.monthDays.isEmpty || !rule.weekdays.isEmpty
        let takesWeekday = rule.frequency == .weekly || rule.frequency == .yearly && !rule.weekNumbers.isEmpty
        weekdays = !namesDays && takesWeekday ? [weekday] : rule.weekdays
        let takesDay = rule.frequency == .monthly || rule.frequency == .yearly && rule.weekNumbers.isEmpty
        monthDays = !namesDays && takesDay ? [start.day] : rule.monthDays
        let takesMonth = rule.frequency == .yearly && rule.weekNumbers.isEmpty && !namesDays && rule.months.isEmpty
        months = takesMonth ? [start.month] : rule.months
    }

    /// Days since 1970, rising. Complexity: O(days through 2200) at worst; that of a rule that names months is
    /// O(their days).
    var days: [Int] {
        var found: [Int] = []
        // The first days of the start's year may lie in a week of the year before.
        var number = rule.weekNumbers.isEmpty || rule.interval > 1 ? 0 : -1
        while let candidates = candidates(ofPeriod: number) {
            number += rule.interval
            for day in chosen(among: candidates) where day >= start {
                guard day <= last, found.count < rule.count ?? .max else { return found }
                found.append(day)
            }
        }
        return found
    }

    /// The days of a period that all parts name, rising; nil when it begins behind the last day there may be.
    private func candidates(ofPeriod number: Int) -> [Int]? {
        let first = LocalDay(epochDay: start)
        switch rule.frequency {
        case .daily:
            let day = start + number
            return day > last ? nil : (day...day).filter(isNamed)
        case .weekly:
            let monday = weekBegin(of: start) + number * 7
            return monday > last ? nil : (monday..<monday + 7).filter(isNamed)
        case .monthly:
            let (years, month) = (first.month - 1 + number).quotientAndRemainder(dividingBy: 12)
            let days = Self.days(ofMonth: month + 1, year: first.year + years)
            return days.lowerBound > last ? nil : days.filter(isNamed)
        case .yearly:
            return candidates(ofYear: first.year + number)
        }
    }

    private func candidates(ofYear year: Int) -> [Int]? {
        let newYear = LocalDay(year: year, month: 1, day: 1).epochDay
        guard newYear - 7 <= last else { return nil }
        if !rule.weekNumbers.isEmpty {
            let begin = firstWeek(of: year)
            let count = (firstWeek(of: year + 1) - begin) / 7
            let weeks = Set(rule.weekNumbers.map { $0 > 0 ? $0 : count + 1 + $0 }.filter { (1...count).contains($0) })
            return weeks.sorted().flatMap { (begin + ($0 - 1) * 7..<begin + $0 * 7).filter(isNamed) }
        }
        return (months.isEmpty ? Array(1...12) : months).flatMap { month in
            Self.days(ofMonth: month, year: year).filter(isNamed)
        }
    }

    private func chosen(among days: [Int]) -> [Int] {
        guard !rule.positions.isEmpty else { return days }
        let places = rule.positions.map { $0 > 0 ? $0 - 1 : days.count + $0 }
        return Set(places.filter(days.indices.contains)).sorted().map { days[$0] }
    }

    /// Whether every part but BYWEEKNO and BYSETPOS names the day.
    private func isNamed(_ epochDay: Int) -> Bool {
        let weekday = LocalDay.weekday(ofEpochDay: epochDay)
        guard weekdays.isEmpty || weekdays.contains(where: { $0.weekday == weekday }) else { return false }
        let day = LocalDay(epochDay: epochDay)
        guard months.isEmpty || months.contains(day.month) else { return false }
        let month = Self.days(ofMonth: day.month, year: day.year)
        if !monthDays.isEmpty, !Self.names(monthDays, epochDay, in: month) { return false }
        guard !rule.yearDays.isEmpty || weekdays.contains(where: { $0.ordinal != 0 }) else { return true }
        let year =
            LocalDay(year: day.year, month: 1, day: 1)
            .epochDay..<LocalDay(year: day.year + 1, month: 1, day: 1)
            .epochDay
        if !rule.yearDays.isEmpty, !Self.names(rule.yearDays, epochDay, in: year) { return false }
        let whole = rule.frequency == .monthly || !rule.months.isEmpty ? month : year
        return weekdays.isEmpty
            || weekdays.contains { wanted in
                guard wanted.weekday == weekday, wanted.ordinal != 0 else { return wanted.weekday == weekday }
                return wanted.ordinal == (epochDay - whole.lowerBound) / 7 + 1
                    || wanted.ordinal == -((whole.upperBound - 1 - epochDay) / 7 + 1)
            }
    }

    /// Whether one of the numbers, which count from 1, or from the end from -1, is that of the day.
    private static func names(_ numbers: [Int], _ day: Int, in days: Range<Int>) -> Bool {
        numbers.contains(day - days.lowerBound + 1) || numbers.contains(day - days.upperBound)
    }

    private static func days(ofMonth month: Int, year: Int) -> Range<Int> {
        let first = LocalDay(year: year, month: month, day: 1).epochDay
        return first..<first + LocalDay.length(ofMonth: month, year: year)
    }

    /// The first day of the week that a day lies in.
    private func weekBegin(of day: Int) -> Int {
        day - (LocalDay.weekday(ofEpochDay: day) - rule.weekStart + 7) % 7
    }

    /// The first day of a year's week 1, which is that of 4 January.
    private func firstWeek(of year: Int) -> Int { weekBegin(of: LocalDay(year: year, month: 1, day: 4).epochDay) }
}
