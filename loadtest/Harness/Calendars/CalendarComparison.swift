import ContactCenter

/// A calendar beside its oracle, minute by minute.
struct CalendarComparison {
    private(set) var figures = CalendarFigures()
    private let zone: String
    private let calendar: BusinessCalendar
    private let clock: WallClock
    private var oracle: CalendarOracle

    init(_ zone: ZoneFile, _ calendar: SampledCalendar, clock: WallClock) {
        self.zone = zone.name
        self.calendar = BusinessCalendar(
            calendar.configuration(zone: zone.name), rules: zone.rules, closures: calendar.closures)
        self.clock = clock
        oracle = CalendarOracle(calendar)
    }

    /// Goes from one minute to another, asking `open at` at some instant of each, `next change` and `next opening`
    /// whenever something changes, and `open time` every half hour or so.
    mutating func compare(_ span: Range<Int>) {
        var wasOpen: Bool?
        var change = calendar.nextChange(after: Timestamp(second: span.lowerBound))
        var opening = calendar.nextOpening(after: Timestamp(second: span.lowerBound))
        var mark = span.lowerBound
        var minutes = 0
        for second in stride(from: span.lowerBound, to: span.upperBound, by: 60) {
            let instant = Timestamp(second: second)
            let isOpen = oracle.isOpen(at: second, clock.reading(at: second))
            let within = Int64(second) &* 7_919 % 60_000_000
            figures.instants += 1
            expect(
                calendar.isOpen(at: Timestamp(microseconds: instant.microseconds + within)) == isOpen, "open at", second
            )
            if let wasOpen, isOpen != wasOpen {
                figures.changes += 1
                expect(change == instant, "next change", second)
                if isOpen { expect(opening == instant, "next opening", second) }
                expect(
                    calendar.isOpen(at: Timestamp(microseconds: instant.microseconds - 1)) == wasOpen, "open until",
                    second)
                change = calendar.nextChange(after: instant)
                if isOpen { opening = calendar.nextOpening(after: instant) }
            } else if wasOpen != nil, let foretold = change, foretold <= instant {
                expect(false, "next change", second)
                change = calendar.nextChange(after: instant)
            }
            wasOpen = isOpen
            if isOpen { minutes += 1 }
            if within % 1_440 == 0 || second + 60 >= span.upperBound {
                let time = calendar.openTime(between: Timestamp(second: mark), and: Timestamp(second: second + 60))
                figures.openTimes += 1
                expect(time == .seconds(minutes * 60), "open time", second)
                (mark, minutes) = (second + 60, 0)
            }
        }
    }

    private mutating func expect(_ holds: Bool, _ question: String, _ second: Int) {
        guard !holds else { return }
        figures.differences += 1
        if figures.examples.count < CalendarFigures.exampleBound {
            figures.examples.append("\(zone): `\(question)` differs at \(second)")
        }
    }
}
