internal import CICal
public import ContactCenter

/// An iCalendar file (RFC 5545) of holidays, read by libical.
///
/// Every event of whole days is a holiday, with its rule, its further days, its exceptions and its length. An event
/// that is cancelled is passed over; one that is moved (RECURRENCE-ID) takes the place of the day it was moved from. An
/// event with times is refused, as holidays are whole days.
public enum CalendarFile {
    /// The largest file, in UTF-8 bytes.
    public static let sizeBound = 1_048_576

    /// The holidays of a file's text, by the order of its events.
    ///
    /// - Throws: ``CalendarFileError`` about the first event that is none.
    public static func holidays(in text: String) throws(CalendarFileError) -> [Holiday] {
        guard text.utf8.count <= sizeBound else {
            throw CalendarFileError("it has \(text.utf8.count) bytes; at most \(sizeBound) are read")
        }
        let root = try CalendarComponent(parsing: text)
        var events: [CalendarEvent] = []
        for component in root.events { events.append(try CalendarEvent(component)) }
        let moved = events.filter { $0.replaced != nil }
        let kept = events.filter { !$0.isCancelled }
        guard !kept.isEmpty else { throw CalendarFileError("it holds no event (VEVENT)") }
        return kept.map { event in
            var holiday = event.holiday
            guard event.replaced == nil else { return holiday }
            holiday.days.excepted += moved.filter { $0.uid == event.uid }.compactMap(\.replaced)
            return holiday
        }
    }
}
