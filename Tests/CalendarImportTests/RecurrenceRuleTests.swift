import CICal
import Testing

@testable import ContactCenter

@Suite("A recurrence rule")
struct RecurrenceRuleTests {
    @Test("gives the days that libical gives", arguments: 0..<4)
    func libical(part: UInt64) throws {
        for seed in part * 25..<(part + 1) * 25 {
            let sample = SampledRule(seed: seed)
            let rule = try RecurrenceRule(sample.text)
            let found = RecurrenceDays(rule, from: sample.start).days.map { LocalDay(epochDay: $0) }
            let expected = Self.days(sample)
            #expect(
                Array(found.prefix(expected.count)) == expected, "seed \(seed): \(sample.text) from \(sample.start)")
            if let last = found.last, expected.count < Self.bound { #expect(last == expected.last, "seed \(seed)") }
        }
    }

    @Test(
        "gives the days of the RFC's examples and of the calendar on the wall",
        arguments: [
            ("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "0805 0810 0819 0824"),
            ("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "0805 0817 0819 0831"),
            ("19970929", "FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "0929 1030 1127"),
            ("19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "0904 1007 1106"),
            ("19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "0512 0511 0517"),
            ("19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "0101 0410 0719 0101"),
            ("19980101", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "0213 0313 1113"),
            (
                "19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
                "1105 1107 1102"
            ),
            ("20200131", "FREQ=MONTHLY;COUNT=4", "0131 0331 0531 0731"),
            ("20200229", "FREQ=YEARLY;COUNT=2", "0229 0229"),
            ("20200101", "FREQ=DAILY;BYMONTHDAY=-1;COUNT=3", "0131 0229 0331"),
            ("20210101", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR;COUNT=1", "0101"),
            ("20240101", "FREQ=YEARLY;BYWEEKNO=1;COUNT=3", "0101 1230 1229"),
        ])
    func examples(start: String, text: String, expected: String) throws {
        let day = try #require(Int(start))
        let first = LocalDay(year: day / 10_000, month: day / 100 % 100, day: day % 100)
        let days = RecurrenceDays(try RecurrenceRule(text), from: first).days.map { LocalDay(epochDay: $0) }
        let found = days.map { $0.description.filter { $0 != "-" }.suffix(4) }.joined(separator: " ")
        #expect(found == expected)
    }

    @Test(
        "that says nothing whole days can mean is refused",
        arguments: [
            ("", "no part"), ("COUNT=2", "no FREQ"), ("FREQ=HOURLY", "FREQ"), ("FREQ=DAILY;COUNT=0", "COUNT"),
            ("FREQ=DAILY;COUNT=2;UNTIL=20300101", "not both"), ("FREQ=DAILY;UNTIL=20300231", "UNTIL"),
            ("FREQ=MONTHLY;BYWEEKNO=2", "BYWEEKNO"), ("FREQ=DAILY;BYYEARDAY=2", "BYYEARDAY"),
            ("FREQ=WEEKLY;BYMONTHDAY=2", "BYMONTHDAY"), ("FREQ=WEEKLY;BYDAY=2MO", "BYDAY"),
            ("FREQ=YEARLY;BYDAY=XX", "day of the week"), ("FREQ=YEARLY;BYMONTH=13", "1 to 12"),
            ("FREQ=YEARLY;BYSETPOS=1", "BYSETPOS"), ("FREQ=YEARLY;BYHOUR=8", "whole days"),
            ("FREQ=YEARLY;BYMONHT=1", "BYMONTH"), ("FREQ=YEARLY;FREQ=DAILY", "twice"),
        ])
    func refused(text: String, words: String) {
        let error = #expect(throws: RecurrenceRuleError.self) { _ = try RecurrenceRule(text) }
        #expect(error?.message.contains(words) == true, "\(error as Any)")
    }

    /// So many days of each rule are compared.
    private static let bound = 100

    private static func days(_ sample: SampledRule) -> [LocalDay] {
        let start = icaltime_from_string(sample.start.description.filter { $0 != "-" })
        guard let iterator = icalrecur_iterator_new(icalrecurrencetype_from_string(sample.text), start) else {
            return []
        }
        defer { icalrecur_iterator_free(iterator) }
        var days: [LocalDay] = []
        while days.count < bound {
            let next = icalrecur_iterator_next(iterator)
            guard icaltime_is_null_time(next) == 0, next.year <= 2200 else { break }
            days.append(LocalDay(year: Int(next.year), month: Int(next.month), day: Int(next.day)))
        }
        return days
    }
}
