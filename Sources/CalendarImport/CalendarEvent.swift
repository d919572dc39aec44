internal import CICal
internal import ContactCenter

/// One event of a file.
struct CalendarEvent {
    /// What ties the parts of an event together.
    let uid: String
    /// What it says.
    let holiday: Holiday
    /// The day of the event with the same uid that this one takes the place of; nil for none.
    let replaced: LocalDay?
    let isCancelled: Bool

    /// - Throws: ``CalendarFileError`` when it is no holiday.
    init(_ event: OpaquePointer) throws(CalendarFileError) {
        let name = icalcomponent_get_summary(event).map { String(cString: $0) } ?? ""
        let title = "event `\(name.prefix(60))`"
        uid = icalcomponent_get_uid(event).map { String(cString: $0) } ?? ""
        isCancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED
        let start = try Self.day(icalcomponent_get_dtstart(event), of: "start", title)
        var days = Recurrence(start: start)
        let rules = Self.properties(of: event, ICAL_RRULE_PROPERTY)
        guard rules.count <= 1 else {
            throw CalendarFileError("\(title) has several rules (RRULE); make it several events")
        }
        if let rule = rules.first { days.rule = try Self.rule(rule, title) }
        for property in Self.properties(of: event, ICAL_RDATE_PROPERTY) {
            days.added.append(try Self.day(icalproperty_get_rdate(property).time, of: "further day (RDATE)", title))
        }
        for property in Self.properties(of: event, ICAL_EXDATE_PROPERTY) {
            days.excepted.append(try Self.day(icalproperty_get_exdate(property), of: "exception (EXDATE)", title))
        }
        holiday = Holiday(name: name, days: days, length: try Self.length(of: event, from: start, title))
        let moved = icalcomponent_get_recurrenceid(event)
        replaced = icaltime_is_null_time(moved) == 0 ? try Self.day(moved, of: "RECURRENCE-ID", title) : nil
    }

    /// How many days it lasts: up to DTEND, which is not part of it, or for its DURATION.
    private static func length(
        of event: OpaquePointer, from start: LocalDay, _ title: String
    ) throws(CalendarFileError) -> Int {
        var length = 1
        if icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY) != nil {
            length = start.days(to: try day(icalcomponent_get_dtend(event), of: "end", title))
        } else if icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY) != nil {
            length = Int(icaldurationtype_as_int(icalcomponent_get_duration(event))) / 86_400
        }
        guard ConfigurationBounds.holidayLength.contains(length) else {
            throw CalendarFileError("\(title) lasts \(length) days; a holiday lasts 1 to 366")
        }
        return length
    }

    private static func rule(_ property: OpaquePointer, _ title: String) throws(CalendarFileError) -> RecurrenceRule {
        guard let text = icalproperty_get_value_as_string_r(property) else {
            throw CalendarFileError("\(title) has a rule without text")
        }
        defer { icalmemory_free_buffer(text) }
        let written = String(cString: text)
        do {
            return try RecurrenceRule(written)
        } catch {
            throw CalendarFileError("\(title) has the rule \(written): \(error.message)")
        }
    }

    private static func day(
        _ time: icaltimetype, of what: String, _ title: String
    ) throws(CalendarFileError) -> LocalDay {
        guard icaltime_is_null_time(time) == 0 else { throw CalendarFileError("\(title) has no \(what)") }
        guard time.is_date == 1 else {
            throw CalendarFileError(
                "\(title) has a time of day in its \(what); holidays are whole days, and other hours of single days are "
                    + "written as `overrides`")
        }
        return LocalDay(year: Int(time.year), month: Int(time.month), day: Int(time.day))
    }

    private static func properties(of event: OpaquePointer, _ kind: icalproperty_kind) -> [OpaquePointer] {
        var found: [OpaquePointer] = []
        var next = icalcomponent_get_first_property(event, kind)
        while let property = next {
            found.append(property)
            next = icalcomponent_get_next_property(event, kind)
        }
        return found
    }
}
