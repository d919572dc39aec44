/// The calendars of a configuration, made ready.
struct CalendarTable {
    private var hours: [CalendarID: OpeningHours] = [:]

    init(_ configuration: CenterConfiguration) {
        for calendar in configuration.calendars { hours[calendar.id] = OpeningHours(calendar) }
    }

    subscript(id: CalendarID) -> OpeningHours? { hours[id] }
}
