internal import CICal

/// A tree of components that libical has read; freed with the last reference.
final class CalendarComponent {
    private let handle: OpaquePointer

    /// - Throws: ``CalendarFileError`` when the text is no iCalendar, or has parts that libical cannot read.
    init(parsing text: String) throws(CalendarFileError) {
        icalerror_set_errors_are_fatal(0)
        guard let parsed = icalparser_parse_string(text) else {
            throw CalendarFileError("it is no iCalendar file; it should begin with BEGIN:VCALENDAR")
        }
        handle = parsed
        for component in [handle] + events {
            guard let error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY) else { continue }
            let reason = icalproperty_get_xlicerror(error).map { String(cString: $0) } ?? "an unknown error"
            let name = icalcomponent_get_summary(component).map { "event `\(String(cString: $0))`: " } ?? ""
            throw CalendarFileError("\(name)libical cannot read it: \(reason)")
        }
    }

    deinit { icalcomponent_free(handle) }

    /// The events of all calendars, in their order; valid as long as this is.
    var events: [OpaquePointer] {
        icalcomponent_isa(handle) == ICAL_VCALENDAR_COMPONENT
            ? Self.children(of: handle, ICAL_VEVENT_COMPONENT)
            : Self.children(of: handle, ICAL_VCALENDAR_COMPONENT).flatMap {
                Self.children(of: $0, ICAL_VEVENT_COMPONENT)
            }
    }

    private static func children(of component: OpaquePointer, _ kind: icalcomponent_kind) -> [OpaquePointer] {
        var found: [OpaquePointer] = []
        var next = icalcomponent_get_first_component(component, kind)
        while let child = next {
            found.append(child)
            next = icalcomponent_get_next_component(component, kind)
        }
        return found
    }
}
