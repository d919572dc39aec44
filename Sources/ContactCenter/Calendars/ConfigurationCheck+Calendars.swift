extension ConfigurationCheck {
    mutating func checkCalendars() {
        checkIDs(configuration.calendars.map(\.id), "calendar", "calendars")
        for (index, calendar) in configuration.calendars.enumerated() {
            let path = "calendars[\(index)]"
            checkZone(calendar.timeZone, of: "calendar `\(calendar.id)`", at: "\(path).timeZone")
            checkWeek(of: calendar, at: path)
            checkHolidays(of: calendar, at: path)
            checkOverrides(of: calendar, at: path)
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
                        + "at most a week later")
                continue
            }
            let other = known.first(where: interval.overlaps)
            if let other {
                report(
                    path,
                    "\(interval) of calendar `\(calendar.id)` overlaps \(other); write them as one or apart")
            }
            known.append(interval)
        }
    }

    private mutating func checkHolidays(of calendar: CalendarConfiguration, at path: String) {
        guard calendar.holidays.count <= ConfigurationBounds.holidays else {
            report(
                "\(path).holidays",
                "calendar `\(calendar.id)` has \(calendar.holidays.count) holidays; at most "
                    + "\(ConfigurationBounds.holidays) are allowed; write those that come again as rules")
            return
        }
        var seen: Set<Recurrence> = []
        for (index, holiday) in calendar.holidays.enumerated() {
            let path = "\(path).holidays[\(index)]"
            checkDays(holiday.days, of: "holiday", calendar, at: path)
            if !seen.insert(holiday.days).inserted {
                report(path, "holiday \(holiday.days) of calendar `\(calendar.id)` is listed twice")
            }
            check(holiday.length, in: ConfigurationBounds.holidayLength, "days of a holiday", at: path)
            checkLabels([holiday.name], path)
        }
    }

    private mutating func checkOverrides(of calendar: CalendarConfiguration, at path: String) {
        check(
            calendar.overrides.count, in: 0...ConfigurationBounds.overrides, "number of overrides",
            at: "\(path).overrides")
        var seen: Set<Recurrence> = []
        for (index, override) in calendar.overrides.prefix(ConfigurationBounds.overrides).enumerated() {
            let path = "\(path).overrides[\(index)]"
            checkDays(override.days, of: "override", calendar, at: path)
            if !seen.insert(override.days).inserted {
                report(
                    path,
                    "override \(override.days) of calendar `\(calendar.id)` is listed twice; write its hours as one")
            }
            if override.hours.count > ConfigurationBounds.hoursOfDay || !override.hours.allSatisfy(\.isValid) {
                report(
                    path,
                    "an override has at most \(ConfigurationBounds.hoursOfDay) intervals, which start within the day "
                        + "and end behind their start, at most at the end of the next day")
            }
            checkLabels([override.name], path)
        }
    }

    /// Checks that the days exist and that there is one.
    private mutating func checkDays(
        _ days: Recurrence, of what: String, _ calendar: CalendarConfiguration, at path: String
    ) {
        let named = [days.start] + days.added + days.excepted
        guard named.count <= ConfigurationBounds.holidays else {
            report(path, "one \(what) names \(named.count) days; at most \(ConfigurationBounds.holidays) are allowed")
            return
        }
        let wrong = named.filter { !$0.exists }
        for day in wrong {
            report(path, "\(what) \(day) of calendar `\(calendar.id)` does not exist\(Self.correction(of: day))")
        }
        guard wrong.isEmpty, days.epochDays.isEmpty else { return }
        report(path, "\(what) \(days) of calendar `\(calendar.id)` never comes; look at its rule")
    }

    private static func correction(of day: LocalDay) -> String {
        let years = ConfigurationBounds.years
        guard years.contains(day.year) else { return "; years go from \(years.lowerBound) to \(years.upperBound)" }
        guard (1...12).contains(day.month) else { return "; months go from 01 to 12" }
        return "; that month has \(LocalDay.length(ofMonth: day.month, year: day.year)) days"
    }
}
