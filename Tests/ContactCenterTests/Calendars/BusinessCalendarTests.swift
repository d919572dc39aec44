import ContactCenter
import Foundation
import Testing

@Suite("A calendar is open")
struct BusinessCalendarTests {
    @Test("all the time but on holidays")
    func holidays() throws {
        let week = (1...7).map { WeeklyInterval(weekday: $0, startMinute: 0, endMinute: 1440) }
        let calendar = try made(
            "Europe/Berlin", week, holidays: [Holiday(on: LocalDay(year: 2030, month: 12, day: 25))])
        let closing = try instant("2030-12-24T23:00:00Z")
        let opening = closing.advanced(by: .seconds(86_400))
        #expect(calendar.isOpen(at: closing.advanced(by: .seconds(-1))))
        #expect(!calendar.isOpen(at: closing))
        #expect(!calendar.isOpen(at: opening.advanced(by: .seconds(-1))))
        #expect(calendar.isOpen(at: opening))
        let start = try instant("2026-11-22T00:00:00Z")
        #expect(calendar.nextChange(after: start) == closing)
        #expect(calendar.nextChange(after: closing) == opening)
        #expect(calendar.nextChange(after: opening) == nil)
        #expect(calendar.nextOpening(after: start) == opening)
        #expect(calendar.openTime(between: closing, and: opening.advanced(by: .milliseconds(1))) == .milliseconds(1))
    }

    @Test("the night before a holiday until midnight, and not in the holiday's own night")
    func nights() throws {
        let week = (1...7).map { WeeklyInterval(weekday: $0, startMinute: 1320, endMinute: 1560) }
        let calendar = try made("UTC", week, holidays: [Holiday(on: LocalDay(year: 2026, month: 6, day: 10))])
        #expect(calendar.isOpen(at: try instant("2026-06-09T23:59:59Z")))
        #expect(!calendar.isOpen(at: try instant("2026-06-10T00:00:00Z")))
        #expect(!calendar.isOpen(at: try instant("2026-06-10T23:00:00Z")))
        #expect(!calendar.isOpen(at: try instant("2026-06-11T01:00:00Z")))
        #expect(calendar.isOpen(at: try instant("2026-06-11T22:00:00Z")))
        #expect(calendar.isOpen(at: try instant("2026-06-12T01:59:59Z")))
        #expect(!calendar.isOpen(at: try instant("2026-06-12T02:00:00Z")))
    }

    @Test("never without intervals")
    func nothing() throws {
        let calendar = try made("UTC", [])
        #expect(!calendar.isOpen(at: Timestamp(microseconds: .min)))
        #expect(!calendar.isOpen(at: Timestamp(microseconds: 0)))
        #expect(calendar.nextChange(after: Timestamp(microseconds: 0)) == nil)
        #expect(calendar.nextOpening(after: Timestamp(microseconds: 0)) == nil)
    }

    @Test("over the week's end, from Friday evening to Monday morning")
    func weekEnd() throws {
        let calendar = try made("UTC", [WeeklyInterval(weekday: 5, startMinute: 1080, endMinute: 3 * 1440 + 480)])
        let friday = try instant("2026-11-20T18:00:00Z")
        let monday = try instant("2026-11-23T08:00:00Z")
        #expect(calendar.nextChange(after: try instant("2026-11-19T00:00:00Z")) == friday)
        #expect(calendar.nextChange(after: friday) == monday)
        #expect(calendar.openTime(between: friday, and: monday.advanced(by: .seconds(86_400))) == .seconds(62 * 3600))
        #expect(calendar.nextOpening(after: friday) == friday.advanced(by: .seconds(7 * 86_400)))
    }

    @Test("at an override's hours instead, holiday or not, and with the night before")
    func overrides() throws {
        let week = (1...7).map { WeeklyInterval(weekday: $0, startMinute: 1320, endMinute: 1560) }
        let day = LocalDay(year: 2026, month: 12, day: 24)
        let hours = HoursOverride(
            days: Recurrence(start: day), hours: [DayInterval(startMinute: 600, endMinute: 720)])
        let calendar = try made("UTC", week, holidays: [Holiday(on: day)], overrides: [hours])
        #expect(calendar.isOpen(at: try instant("2026-12-24T01:59:00Z")))
        #expect(!calendar.isOpen(at: try instant("2026-12-24T02:00:00Z")))
        #expect(calendar.isOpen(at: try instant("2026-12-24T11:59:00Z")))
        #expect(!calendar.isOpen(at: try instant("2026-12-24T22:30:00Z")))
        #expect(!calendar.isOpen(at: try instant("2026-12-25T01:00:00Z")))
        #expect(
            calendar.nextOpening(after: try instant("2026-12-24T11:00:00Z")) == (try instant("2026-12-25T22:00:00Z")))
    }

    @Test("not while a closure holds, and again at its end")
    func closures() throws {
        let week = (1...7).map { WeeklyInterval(weekday: $0, startMinute: 480, endMinute: 1080) }
        let from = try instant("2026-11-22T10:00:00Z")
        let until = try instant("2026-11-22T12:30:00Z")
        let closure = Closure(calendar: "c", from: from, until: until, reason: "Fire alarm")
        let calendar = try made("UTC", week, closures: [closure])
        #expect(calendar.isOpen(at: from.advanced(by: .microseconds(-1))))
        #expect(!calendar.isOpen(at: from))
        #expect(!calendar.isOpen(at: until.advanced(by: .microseconds(-1))))
        #expect(calendar.isOpen(at: until))
        #expect(calendar.nextChange(after: try instant("2026-11-22T09:00:00Z")) == from)
        #expect(calendar.nextOpening(after: from) == until)
        #expect(
            calendar.openTime(
                between: try instant("2026-11-22T00:00:00Z"), and: try instant("2026-11-23T00:00:00Z"))
                == .seconds(7.5 * 3600))
        let open = try made(
            "UTC", week, closures: [Closure(calendar: "c", from: from, reason: "Until further notice")])
        #expect(open.nextChange(after: from) == nil)
    }

    @Test("at instants hundreds of years away, by the same rules")
    func farAway() throws {
        let week = [WeeklyInterval(weekday: 1, startMinute: 480, endMinute: 600)]
        let calendar = try made("Europe/Berlin", week)
        // The same day of the week and the same daylight saving as 2026-07-06, which is a Monday.
        let cycle = Duration.seconds(146_097 * 86_400)
        let near = try instant("2026-07-06T06:00:00Z")
        for far in [near.advanced(by: cycle), near.advanced(by: cycle * 5)] {
            #expect(!calendar.isOpen(at: far.advanced(by: .microseconds(-1))))
            #expect(calendar.isOpen(at: far))
            #expect(calendar.nextChange(after: far) == far.advanced(by: .seconds(7200)))
        }
    }

    @Test(
        "in no zone that tzdata does not have",
        arguments: ["", "Europe/Berln", "EST", "GMT+3", "/", "../etc", "right/UTC"])
    func unknownZones(zone: String) {
        #expect(ZoneRules.installed(zone) == nil)
    }

    private func made(
        _ zone: String, _ week: [WeeklyInterval], holidays: [Holiday] = [], overrides: [HoursOverride] = [],
        closures: [Closure] = []
    ) throws -> BusinessCalendar {
        let calendar = CalendarConfiguration(
            id: "c", timeZone: zone, weekly: week, holidays: holidays, overrides: overrides)
        return BusinessCalendar(calendar, rules: try #require(ZoneRules.installed(zone)), closures: closures)
    }

    private func instant(_ text: String) throws -> Timestamp {
        Timestamp(microseconds: Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970) * 1_000_000)
    }
}
