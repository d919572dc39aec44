/// When a site is open for a queue: while all of its calendars are, its own and that which the queue gives it.
struct SiteHours: Sendable {
    /// How far back a closing is looked for: who has waited longer waits for nobody's closing.
    private static let lookBack = 8 * 86_400

    private let calendars: [BusinessCalendar]

    init(_ calendars: [BusinessCalendar]) {
        self.calendars = calendars
    }

    /// Whether it is not simply always open.
    var isTimed: Bool { !calendars.isEmpty }

    /// Whether it is open at an instant.
    func isOpen(at instant: Timestamp) -> Bool { calendars.allSatisfy { $0.isOpen(at: instant) } }

    /// The first instant after another at which it opens or closes, or may; nil when it never does.
    func nextChange(after instant: Timestamp) -> Timestamp? {
        calendars.compactMap { $0.nextChange(after: instant) }.min()
    }

    /// When it closed, of an instant at which it is closed; nil when that is over eight days ago.
    func lastClosing(before instant: Timestamp) -> Timestamp? {
        let second = instant.wholeSeconds
        let ends = calendars.filter { !$0.isOpen(at: instant) }.compactMap { calendar in
            OpenStretches(calendar, from: second - Self.lookBack, to: second).reduce(nil) { $1.upperBound }
        }
        return ends.min().map { Timestamp(wholeSeconds: $0) }
    }
}
