import ContactCenter
import GatewayAPI

extension CalendarState {
    /// The most stretches that are shown.
    private static let openingBound = 100

    /// A calendar at an instant, and when it is open from then on.
    init(_ calendar: BusinessCalendar, at instant: Timestamp, until end: Timestamp) {
        func shown(_ instant: Timestamp) -> CalendarTime { CalendarTime(calendar, instant) }
        var openings: [Opening] = []
        var from = calendar.isOpen(at: instant) ? instant : calendar.nextOpening(after: instant)
        while let start = from, start < end, openings.count < Self.openingBound {
            let close = calendar.nextChange(after: start)
            openings.append(Opening(from: shown(start), until: close.flatMap { $0 < end ? shown($0) : nil }))
            from = close.flatMap { calendar.nextOpening(after: $0) }
        }
        self.init(
            id: calendar.configuration.id.name, timeZone: calendar.configuration.timeZone, at: shown(instant),
            isOpen: calendar.isOpen(at: instant), reason: calendar.cause(at: instant).description,
            nextChange: calendar.nextChange(after: instant).map(shown),
            nextOpening: calendar.nextOpening(after: instant).map(shown),
            openSeconds: calendar.openTime(between: instant, and: end).inSeconds, openings: openings)
    }
}

extension CalendarTime {
    fileprivate init(_ calendar: BusinessCalendar, _ instant: Timestamp) {
        self.init(instant: DateTime(instant), local: calendar.localText(at: instant))
    }
}
