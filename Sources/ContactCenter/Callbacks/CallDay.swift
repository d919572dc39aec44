/// The time of day at which a customer may be called, by the clock on their wall.
struct CallDay {
    let hours: DayInterval
    let offsets: ZoneOffsets

    func contains(_ second: Int) -> Bool { wait(at: second) == 0 }

    /// The first instant from one on that it contains; nil when there is none.
    func firstInstant(from instant: Timestamp) -> Timestamp? {
        var second = instant.wholeSeconds
        // Once more where a change of offset moves the clock on the way.
        for _ in 0..<3 {
            let wait = wait(at: second)
            if wait == 0 { return second == instant.wholeSeconds ? instant : Timestamp(wholeSeconds: second) }
            second += wait
        }
        return nil
    }

    /// How many seconds the clock must go on until it is in.
    private func wait(at second: Int) -> Int {
        let local = second + offsets.offset(at: second)
        let ofDay = local - BusinessCalendar.day(of: local) * 86_400
        let (start, end) = (hours.startMinute * 60, hours.endMinute * 60)
        if (start..<end).contains(ofDay) || ofDay + 86_400 < end { return 0 }
        return ofDay < start ? start - ofDay : start + 86_400 - ofDay
    }
}
