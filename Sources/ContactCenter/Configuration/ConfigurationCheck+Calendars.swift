extension ConfigurationCheck {
    mutating func checkCalendars() {
        checkIDs(configuration.calendars.map(\.id), "calendar", "calendars")
        for (index, calendar) in configuration.calendars.enumerated() {
            let path = "calendars[\(index)]"
            checkZone(calendar.timeZone, of: "calendar `\(calendar.id)`", at: "\(path).timeZone")
            checkWeek(of: calendar, at: path)
            checkHolidays(of: calendar, at: path)
        }
    }

    private mutating func checkWeek(of calendar: CalendarConfiguration, at path: String) {
        guard calendar.weekly.count <= ConfigurationBounds.weeklyIntervals else {
            report(
                "\(path).weekly",
                "calendar `\(calendar.id)` has \(calendar.weekly.count) opening intervals a week; at most "
                    + "\(ConfigurationBounds.weeklyIntervals) are allowed")
            return
        }
        var known: [WeeklyInterval] = []
        for (index, interval) in calendar.weekly.enumerated() {
            let path = "\(path).weekly[\(index)]"
            guard interval.isValid else {
                report(
                    path,
                    "an opening interval has a weekday from 1 to 7, starts within the day and ends behind its start, "
                        + "at most at the end of the next day")
                continue
            }
            let other = known.first {
                $0.weekday == interval.weekday && $0.startMinute < interval.endMinute
                    && interval.startMinute < $0.endMinute
            }
            if let other {
                report(
                    path,
                    "\(interval) of calendar `\(calendar.id)` overlaps \(other); write them as one or apart")
            }
            known.append(interval)
        }
    }

    private mutating func checkHolidays(of calendar: CalendarConfiguration, at path: String) {
        var seen: Set<LocalDay> = []
        for (index, day) in calendar.holidays.enumerated() {
            let path = "\(path).holidays[\(index)]"
            if !day.exists {
                report(path, "holiday \(day) of calendar `\(calendar.id)` does not exist\(Self.correction(of: day))")
            } else if !seen.insert(day).inserted {
                report(path, "holiday \(day) of calendar `\(calendar.id)` is listed twice")
            }
        }
    }

    private static func correction(of day: LocalDay) -> String {
        let years = ConfigurationBounds.years
        guard years.contains(day.year) else { return "; years go from \(years.lowerBound) to \(years.upperBound)" }
        guard (1...12).contains(day.month) else { return "; months go from 01 to 12" }
        return "; that month has \(LocalDay.length(ofMonth: day.month, year: day.year)) days"
    }
}
