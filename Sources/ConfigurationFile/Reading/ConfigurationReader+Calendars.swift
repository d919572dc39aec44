internal import ContactCenter

extension ConfigurationReader {
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    mutating func readCalendar(_ entry: LocatedEntry, at place: String) -> CalendarConfiguration {
        var calendar = CalendarConfiguration(id: CalendarID(entry.key), timeZone: "", weekly: [])
        guard let fields = entry.value.fields("time-zone", "weekly", "holidays", "overrides") else { return calendar }
        calendar.timeZone = trace(fields.required("time-zone"), as: "\(place).timeZone")?.text() ?? ""
        for days in trace(fields.required("weekly"), as: "\(place).weekly")?.entries() ?? [] {
            guard let weekdays = readWeekdays(days) else { continue }
            for node in days.value.listOrOne() ?? [] {
                guard let hours = readHours(node) else { continue }
                for weekday in weekdays {
                    trace(node, as: "\(place).weekly[\(calendar.weekly.count)]")
                    calendar.weekly.append(hours.interval(on: weekday))
                }
            }
        }
        calendar.holidays = readHolidays(trace(fields["holidays"], as: "\(place).holidays"), at: place)
        calendar.overrides = readOverrides(trace(fields["overrides"], as: "\(place).overrides"), at: place)
        return calendar
    }

    /// `mon`, or `mon-fri`, which may pass Sunday (`sat-mon`): 1 for Monday to 7 for Sunday.
    private func readWeekdays(_ entry: LocatedEntry) -> [Int]? {
        let parts = entry.key.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let days = parts.compactMap { Self.weekdays.firstIndex(of: $0) }
        guard days.count == parts.count, (1...2).contains(days.count) else {
            let wrong = parts.first { !Self.weekdays.contains($0) } ?? entry.key
            let meant = Self.weekdays.first { wrong.lowercased().hasPrefix($0) && wrong != $0 }
            let advice = meant.map { "; write `\($0)`" } ?? "; write a day such as `mon`, or days such as `mon-fri`"
            entry.value.reportKey("`\(wrong)` is no day of the week\(advice)")
            return nil
        }
        let count = days.count == 1 ? 1 : (days[1] - days[0] + 7) % 7 + 1
        return (0..<count).map { (days[0] + $0) % 7 + 1 }
    }

    /// `08:00-18:00`, an end at or before the start being on the next day; `18:00-mon 08:00` up to a later day.
    private func readHours(_ node: LocatedNode) -> SpelledHours? {
        guard let text = node.text() else { return nil }
        var parts = text.split(separator: "-", omittingEmptySubsequences: false)
        var endDay: Int?
        if parts.count == 2, let space = parts[1].firstIndex(of: " "),
            let day = Self.weekdays.firstIndex(of: String(parts[1][..<space]))
        {
            endDay = day + 1
            parts[1] = parts[1][space...].drop { $0 == " " }
        }
        guard parts.count == 2, let start = Self.minute(parts[0]), let end = Self.minute(parts[1]) else {
            node.report("`\(text)` are no opening hours\(Self.repaired(parts) ?? "; write them as `08:00-18:00`")")
            return nil
        }
        guard start < 1440, start != end || endDay != nil else {
            node.report("`\(text)` begins and ends at the same time; for a whole day write `00:00-24:00`")
            return nil
        }
        return SpelledHours(start: start, end: end, endDay: endDay)
    }

    /// Hours of a single day, which may reach into the next.
    func readDayHours(_ node: LocatedNode) -> DayInterval? {
        guard let hours = readHours(node) else { return nil }
        guard hours.endDay == nil else {
            node.report("hours of a single day end on the next at the latest; leave the day of the week out")
            return nil
        }
        let interval = hours.interval(on: 1)
        return DayInterval(startMinute: interval.startMinute, endMinute: interval.endMinute)
    }

    /// Minutes since midnight of `HH:MM`, up to 24:00.
    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(isDigit) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour < 24 || hour == 24 && minute == 0
        else { return nil }
        return hour * 60 + minute
    }

    /// How hours were meant that lack leading zeros or minutes.
    private static func repaired(_ parts: [Substring]) -> String? {
        let times = parts.compactMap { part -> String? in
            let numbers = part.split(separator: ":").map { String($0.filter { $0 != " " }) }
            guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0.count <= 2 && $0.allSatisfy(isDigit) })
            else {
                return nil
            }
            let padded = (numbers + ["00"]).prefix(2).map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: ":")
            return minute(padded[...]) == nil ? nil : padded
        }
        return times.count == 2 && parts.count == 2 ? "; write `\(times[0])-\(times[1])`" : nil
    }

    /// `2026-12-25`, whether or not there is such a day.
    func readDay(_ node: LocatedNode) -> LocalDay? {
        guard let text = node.text() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDate = parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(Self.isDigit) }
        let numbers = parts.compactMap { Int($0) }
        guard isDate, numbers.count == 3 else {
            node.report("`\(text)` is no day; write it as `2026-12-25`")
            return nil
        }
        return LocalDay(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// Opening hours as they are written.
private struct SpelledHours {
    /// Minutes of the day.
    var start, end: Int
    /// 1 for Monday to 7 for Sunday; nil for the day on which they begin, or the next.
    var endDay: Int?

    func interval(on weekday: Int) -> WeeklyInterval {
        var minute = end
        if let endDay {
            minute += (endDay - weekday + 7) % 7 * 1440
            if minute <= start { minute += 7 * 1440 }
        } else if end <= start {
            minute += 1440
        }
        return WeeklyInterval(weekday: weekday, startMinute: start, endMinute: minute)
    }
}
