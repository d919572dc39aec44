/// The calendars of a configuration, made ready.
struct CalendarTable {
    private var calendars: [CalendarID: BusinessCalendar] = [:]

    init(_ configuration: CenterConfiguration) {
        for id in configuration.calendars.map(\.id) { calendars[id] = configuration.businessCalendar(id) }
    }

    subscript(id: CalendarID) -> BusinessCalendar? { calendars[id] }
}
