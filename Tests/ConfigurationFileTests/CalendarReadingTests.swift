import ConfigurationFile
import ContactCenter
import Testing

@Suite("Calendars of a configuration file")
struct CalendarReadingTests {
    @Test("have hours over days, holidays by rules, and overrides")
    func everything() throws {
        let calendar = try calendar(
            """
                weekly: { mon: "08:00-18:00", fri: 18:00-mon 08:00 }
                holidays:
                  - 2026-12-24
                  - { from: 2020-12-25, rule: FREQ=YEARLY, days: 2, name: Christmas, except: 2022-12-25 }
                  - { on: [2027-03-26, 2027-03-29], name: Easter }
                overrides:
                  - { on: 2026-12-31, hours: "08:00-12:00", name: New Year's Eve }
                  - { from: 2026-01-01, rule: "FREQ=MONTHLY;BYDAY=1MO,-1FR", hours: closed }
            """)
        #expect(calendar.weekly[1] == WeeklyInterval(weekday: 5, startMinute: 1080, endMinute: 3 * 1440 + 480))
        #expect(
            calendar.holidays.map(\.description) == [
                "2026-12-24", "Christmas (2020-12-25, FREQ=YEARLY, except 2022-12-25, 2 days)",
                "Easter (2027-03-26, also 2027-03-29)",
            ])
        #expect(
            calendar.overrides.map(\.description) == [
                "New Year's Eve (2026-12-31): 08:00-12:00", "2026-01-01, FREQ=MONTHLY;BYDAY=1MO,-1FR: closed",
            ])
    }

    @Test(
        "say what is wrong and what is allowed",
        arguments: [
            ("holidays: [{ from: 2026-01-01, rule: FREQ=HOURLY }]", "whole days have DAILY, WEEKLY, MONTHLY, YEARLY"),
            ("holidays: [{ from: 2026-01-01, rule: FREQ=YEARLY;BYMONTH=13 }]", "BYMONTH is 13; it goes from 1 to 12"),
            ("holidays: [{ from: 2026-02-01, rule: FREQ=YEARLY;UNTIL=20200101 }]", "never comes; look at its rule"),
            ("holidays: [{ rule: FREQ=YEARLY }]", "a rule needs `from`"),
            ("holidays: [{ on: 2026-02-30 }]", "that month has 28 days"),
            ("holidays: [{ file: bank.ics }]", "the holidays of `bank.ics` are not in `imported`"),
            ("overrides: [{ on: 2026-12-24 }]", "lacks `hours`"),
            ("overrides: [{ on: 2026-12-24, hours: 18:00-mon 08:00 }]", "on the next at the latest"),
        ])
    func mistakes(lines: String, words: String) {
        let problems = ConfigurationFile.read(Self.file("    weekly: { mon: \"08:00-18:00\" }\n    \(lines)")).problems
        #expect(problems.contains { $0.message.contains(words) }, "\(problems)")
    }

    @Test("bring along what files of holidays said")
    func imports() throws {
        let files = "{ file: bank.ics }, { file: own.ics }, { file: bank.ics }"
        let source = Self.file("    weekly: { mon: \"08:00-18:00\" }\n    holidays: [\(files)]")
        #expect(ConfigurationFile.missingImports(of: source) == ["bank.ics", "own.ics"])
        let rule = Recurrence(
            start: LocalDay(year: 2020, month: 11, day: 26),
            rule: try RecurrenceRule("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
            added: [LocalDay(year: 2020, month: 1, day: 2)], excepted: [LocalDay(year: 2024, month: 11, day: 28)])
        let bank = [Holiday(name: "\"Thanks\": \\ giving, # 1", days: rule, length: 2)]
        let own = [Holiday(on: LocalDay(year: 2026, month: 5, day: 5))]
        let whole = ConfigurationFile.adding([("bank.ics", bank), ("own.ics", own)], to: source)
        let file = ConfigurationFile.read(whole)
        #expect(file.problems.map(\.message).allSatisfy { $0.contains("listed twice") })
        let single = whole.replacing(", { file: own.ics }, { file: bank.ics }]", with: ", { file: own.ics }]")
        #expect(ConfigurationFile.read(single).problems == [])
        #expect(ConfigurationFile.read(single).configuration?.calendars.first?.holidays == bank + own)
        #expect(ConfigurationFile.missingImports(of: whole) == [])
    }

    private func calendar(_ lines: String) throws -> CalendarConfiguration {
        let file = ConfigurationFile.read(Self.file(lines))
        #expect(file.problems == [])
        return try #require(file.configuration?.calendars.first)
    }

    private static func file(_ lines: String) -> String {
        """
        sites: { fra: { time-zone: Europe/Berlin } }
        calendars:
          office:
            time-zone: Europe/Berlin
        \(lines)
        capacities: { one: { voice: { maximum: 1 } } }
        queues: { support: { calendar: office } }
        agents: { ana: { site: fra, capacity: one } }

        """
    }
}
