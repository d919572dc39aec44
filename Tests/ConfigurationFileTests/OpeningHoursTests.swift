import ContactCenter
import Foundation
import Testing

@Suite struct OpeningHoursTests {
    private static let week = [
        WeeklyInterval(weekday: 1, startMinute: 480, endMinute: 1200),
        WeeklyInterval(weekday: 3, startMinute: 1320, endMinute: 1560),
        WeeklyInterval(weekday: 6, startMinute: 1380, endMinute: 1620),
        WeeklyInterval(weekday: 7, startMinute: 60, endMinute: 105),
        WeeklyInterval(weekday: 7, startMinute: 135, endMinute: 165),
        WeeklyInterval(weekday: 7, startMinute: 1200, endMinute: 1440),
    ]

    /// A zone, and the days in UTC that are gone through minute by minute.
    struct Span: Sendable, CustomTestStringConvertible {
        var zone: String
        var start: String
        var days: Int
        var testDescription: String { "\(zone) from \(start)" }
    }

    private static let spans = [
        Span(zone: "Europe/Berlin", start: "2026-03-27", days: 4),
        Span(zone: "Europe/Berlin", start: "2026-10-23", days: 4),
        Span(zone: "America/New_York", start: "2026-03-06", days: 4),
        Span(zone: "America/New_York", start: "2026-10-30", days: 4),
        Span(zone: "Australia/Lord_Howe", start: "2026-04-02", days: 5),
        Span(zone: "Australia/Lord_Howe", start: "2026-10-01", days: 5),
        Span(zone: "Asia/Kolkata", start: "2026-05-05", days: 3),
        Span(zone: "America/New_York", start: "1975-02-21", days: 4),
        Span(zone: "Europe/Berlin", start: "2071-03-27", days: 4),
    ]

    @Test(arguments: spans) func agreesWithTheClockOnTheWall(span: Span) throws {
        let year = try #require(Int(span.start.prefix(4)))
        let month = try #require(Int(span.start.dropFirst(5).prefix(2)))
        let start = LocalDay(year: year, month: month, day: try #require(Int(span.start.suffix(2))))
        let calendar = CalendarConfiguration(
            id: "c", timeZone: span.zone, weekly: Self.week,
            holidays: [LocalDay(year: year, month: month, day: start.day)])
        let hours = try #require(OpeningHours(calendar))
        let first = try Date("\(span.start)T00:00:00Z", strategy: .iso8601).timeIntervalSince1970
        let oracle = try Oracle(calendar)
        for minute in 0..<span.days * 1440 {
            let second = Int64(first) + Int64(minute) * 60
            let instant = Timestamp(microseconds: second * 1_000_000)
            #expect(hours.isOpen(at: instant) == oracle.isOpen(second: Int(second)), "at \(second)")
        }
    }

    @Test func alwaysOpenIsClosedOnHolidaysAlone() throws {
        let week = (1...7).map { WeeklyInterval(weekday: $0, startMinute: 0, endMinute: 1440) }
        let hours = try #require(
            OpeningHours(
                CalendarConfiguration(
                    id: "c", timeZone: "Europe/Berlin", weekly: week,
                    holidays: [LocalDay(year: 2030, month: 12, day: 25)])))
        let closing = Timestamp(microseconds: 1_924_383_600_000_000)
        let opening = closing.advanced(by: .seconds(86_400))
        #expect(hours.isOpen(at: closing.advanced(by: .seconds(-1))))
        #expect(!hours.isOpen(at: closing))
        #expect(!hours.isOpen(at: opening.advanced(by: .seconds(-1))))
        #expect(hours.isOpen(at: opening))
    }

    @Test func nightBeforeAHolidayEndsAtMidnightAndTheHolidaysOwnNightIsLeftOut() throws {
        let week = (1...7).map { WeeklyInterval(weekday: $0, startMinute: 1320, endMinute: 1560) }
        let calendar = CalendarConfiguration(
            id: "c", timeZone: "UTC", weekly: week, holidays: [LocalDay(year: 2026, month: 6, day: 10)])
        let hours = try #require(OpeningHours(calendar))
        func isOpen(_ text: String) throws -> Bool {
            let seconds = try Date(text, strategy: .iso8601).timeIntervalSince1970
            return hours.isOpen(at: Timestamp(microseconds: Int64(seconds) * 1_000_000))
        }
        #expect(try isOpen("2026-06-09T23:59:59Z"))
        #expect(try !isOpen("2026-06-10T00:00:00Z"))
        #expect(try !isOpen("2026-06-10T23:00:00Z"))
        #expect(try !isOpen("2026-06-11T01:00:00Z"))
        #expect(try isOpen("2026-06-11T22:00:00Z"))
        #expect(try isOpen("2026-06-12T01:59:59Z"))
        #expect(try !isOpen("2026-06-12T02:00:00Z"))
    }

    @Test func noIntervalsAreNeverOpen() throws {
        let calendar = CalendarConfiguration(id: "c", timeZone: "UTC", weekly: [])
        let hours = try #require(OpeningHours(calendar))
        #expect(!hours.isOpen(at: Timestamp(microseconds: .min)))
        #expect(!hours.isOpen(at: Timestamp(microseconds: 0)))
    }

    @Test(arguments: ["", "Europe/Berln", "EST", "GMT+3", "/", "../etc"]) func unknownZonesAreRefused(zone: String) {
        #expect(OpeningHours(CalendarConfiguration(id: "c", timeZone: zone, weekly: [])) == nil)
    }
}

/// Opening hours the long way: Foundation's calendar, asked for every instant.
private struct Oracle {
    private let configuration: CalendarConfiguration
    private var calendar = Calendar(identifier: .gregorian)

    init(_ configuration: CalendarConfiguration) throws {
        self.configuration = configuration
        calendar.timeZone = try #require(TimeZone(identifier: configuration.timeZone))
    }

    func isOpen(second: Int) -> Bool {
        let parts = calendar.dateComponents(
            [.year, .month, .day, .weekday, .hour, .minute], from: Date(timeIntervalSince1970: Double(second)))
        guard let year = parts.year, let month = parts.month, let day = parts.day, let weekday = parts.weekday,
            let hour = parts.hour, let minute = parts.minute, !isHoliday(year, month, day)
        else { return false }
        let today = (weekday + 5) % 7 + 1
        let yesterday = (today + 5) % 7 + 1
        let now = hour * 60 + minute
        return configuration.weekly.contains { interval in
            interval.weekday == today && interval.startMinute <= now && now < interval.endMinute
                || interval.weekday == yesterday && now + 1440 < interval.endMinute
                    && !isHoliday(year, month, day - 1)
        }
    }

    private func isHoliday(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        configuration.holidays.contains(LocalDay(year: year, month: month, day: day))
    }
}
