import CalendarImport
import ContactCenter
import Testing

@Suite("An iCalendar file")
struct CalendarFileTests {
    @Test("becomes holidays with rules, lengths, exceptions and further days")
    func holidays() throws {
        let holidays = try CalendarFile.holidays(
            in: Self.file(
                """
                BEGIN:VEVENT
                UID:1
                SUMMARY:Thanks\\, giving
                DTSTART;VALUE=DATE:20201126
                DTEND;VALUE=DATE:20201128
                RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
                EXDATE;VALUE=DATE:20211125,20221124
                RDATE;VALUE=DATE:20230102
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                SUMMARY:Founders' day
                DTSTART;VALUE=DATE:20260505
                END:VEVENT
                """))
        #expect(holidays.map(\.name) == ["Thanks, giving", "Founders' day"])
        #expect(holidays[0].length == 2)
        #expect(holidays[0].days.rule?.description == "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")
        #expect(
            holidays[0].days.excepted
                == [LocalDay(year: 2021, month: 11, day: 25), LocalDay(year: 2022, month: 11, day: 24)])
        #expect(holidays[0].days.added == [LocalDay(year: 2023, month: 1, day: 2)])
        #expect(holidays[1] == Holiday(name: "Founders' day", on: LocalDay(year: 2026, month: 5, day: 5)))
    }

    @Test("has events moved and cancelled")
    func moved() throws {
        let holidays = try CalendarFile.holidays(
            in: Self.file(
                """
                BEGIN:VEVENT
                UID:1
                SUMMARY:Day
                DTSTART;VALUE=DATE:20260105
                RRULE:FREQ=YEARLY
                END:VEVENT
                BEGIN:VEVENT
                UID:1
                SUMMARY:Day, moved
                RECURRENCE-ID;VALUE=DATE:20270105
                DTSTART;VALUE=DATE:20270106
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                SUMMARY:Never
                STATUS:CANCELLED
                DTSTART;VALUE=DATE:20270301
                END:VEVENT
                """))
        #expect(holidays.map(\.name) == ["Day", "Day, moved"])
        #expect(holidays[0].days.excepted == [LocalDay(year: 2027, month: 1, day: 5)])
    }

    @Test(
        "is refused with the event and what is wrong with it",
        arguments: [
            ("DTSTART:20260105T080000Z", "time of day"), ("DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=HOURLY", "FREQ"),
            ("DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260105", "lasts 0 days"), ("DESCRIPTION:x", "no start"),
            ("DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=YEARLY;BYMONTH=13", "Broken"),
        ])
    func refused(lines: String, words: String) {
        let text = Self.file("BEGIN:VEVENT\nUID:1\nSUMMARY:Broken\n\(lines)\nEND:VEVENT")
        let error = #expect(throws: CalendarFileError.self) { _ = try CalendarFile.holidays(in: text) }
        #expect(error?.message.contains("Broken") == true && error?.message.contains(words) == true, "\(error as Any)")
    }

    @Test(
        "is refused when it is something else", arguments: ["", "no calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
    func nothing(text: String) {
        #expect(throws: CalendarFileError.self) { _ = try CalendarFile.holidays(in: text) }
    }

    private static func file(_ events: String) -> String {
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n\(events)\nEND:VCALENDAR\n".replacing("\n", with: "\r\n")
    }
}
