/// Why a calendar is open or closed.
extension BusinessCalendar {
    /// What decides whether it is open at an instant.
    public enum Cause: Hashable, Sendable {
        /// It is closed against its hours.
        case closure(Closure)
        /// What begins on a day with hours of its own.
        case override(HoursOverride)
        /// The local day is a holiday.
        case holiday(Holiday)
        /// An interval of the week.
        case interval(WeeklyInterval)
        /// Nothing: the instant lies outside all hours.
        case outsideHours
    }

    /// What decides whether it is open at that instant. Complexity: O(holidays and overrides).
    public func cause(at instant: Timestamp) -> Cause {
        if let closure = closures.first(where: { $0.contains(instant) }) { return .closure(closure) }
        let local = instant.wholeSeconds + offsets.offset(at: instant.wholeSeconds)
        let day = Self.day(of: local)
        let own = override(on: day)
        if own == nil, let holiday = holiday(on: day) { return .holiday(holiday) }
        let minute = (local - day * 86_400) / 60
        for back in 0...7 {
            let begun = day - back
            if let override = back == 0 ? own : override(on: begun) {
                let isOpen = override.hours.contains {
                    $0.startMinute <= minute + back * 1440 && minute + back * 1440 < $0.endMinute
                }
                if isOpen { return .override(override) }
            } else if holiday(on: begun) == nil, let interval = interval(on: begun, at: minute + back * 1440) {
                return .interval(interval)
            }
        }
        return own.map(Cause.override) ?? .outsideHours
    }

    private func override(on day: Int) -> HoursOverride? {
        configuration.overrides.first { $0.days.epochDays.contains(day) }
    }

    private func holiday(on day: Int) -> Holiday? {
        configuration.holidays.first { holiday in
            holiday.days.epochDays.contains { ($0..<$0 + max(1, holiday.length)).contains(day) }
        }
    }

    private func interval(on day: Int, at minute: Int) -> WeeklyInterval? {
        configuration.weekly.first {
            $0.weekday == LocalDay.weekday(ofEpochDay: day) && $0.startMinute <= minute && minute < $0.endMinute
        }
    }
}

extension BusinessCalendar.Cause: CustomStringConvertible {
    /// Half a sentence for people: `holiday Christmas Day (2026-12-25)`.
    public var description: String {
        switch self {
        case .closure(let closure): "closed against its hours: \(closure.reason)"
        case .override(let override): "override \(override)"
        case .holiday(let holiday): "holiday \(holiday)"
        case .interval(let interval): "\(interval)"
        case .outsideHours: "outside its hours"
        }
    }
}

extension BusinessCalendar {
    /// What the clock on the wall shows, with its weekday and offset: `Wednesday 2026-11-25 08:00:00 +01:00`.
    public func localText(at instant: Timestamp) -> String { offsets.localText(at: instant) }
}
