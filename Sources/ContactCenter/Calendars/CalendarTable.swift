/// The calendars of a configuration, made ready.
struct CalendarTable {
    private var calendars: [CalendarID: BusinessCalendar] = [:]

    /// A zone whose rules the configuration does not bring, as in journals of old, has those of this machine.
    init(_ configuration: CenterConfiguration) {
        let zones = Dictionary(configuration.zones.map { ($0.name, $0) }) { first, _ in first }
        for calendar in configuration.calendars {
            guard let rules = zones[calendar.timeZone] ?? ZoneRules.installed(calendar.timeZone) else { continue }
            let closures = configuration.closures.filter { $0.scope == .calendar(calendar.id) }
            calendars[calendar.id] = BusinessCalendar(calendar, rules: rules, closures: closures)
        }
    }

    subscript(id: CalendarID) -> BusinessCalendar? { calendars[id] }
}
