extension ZoneOffsets {
    /// Those of a clock that is never put forward or back.
    static let utc = ZoneOffsets(ZoneRules.utc)

    /// What the clock on the wall shows, with its weekday and offset: `Wednesday 2026-11-25 08:00:00 +01:00`.
    func localText(at instant: Timestamp) -> String {
        let offset = offset(at: instant.wholeSeconds)
        let local = instant.wholeSeconds + offset
        let day = BusinessCalendar.day(of: local)
        let (minute, second) = (local - day * 86_400).quotientAndRemainder(dividingBy: 60)
        let weekday = WeeklyInterval.name(of: LocalDay.weekday(ofEpochDay: day))
        let seconds = second < 10 ? "0\(second)" : "\(second)"
        let sign = offset < 0 ? "-" : "+"
        return "\(weekday) \(LocalDay(epochDay: day)) \(WeeklyInterval.clock(minute)):\(seconds) "
            + "\(sign)\(WeeklyInterval.clock(abs(offset) / 60))"
    }
}
