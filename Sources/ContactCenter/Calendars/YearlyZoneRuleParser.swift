/// Reads the `TZ` string of POSIX with the hours beyond a day that RFC 9636 allows.
struct YearlyZoneRuleParser {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    mutating func parse() -> (standard: Int, exception: YearlyZoneRule.Exception?)? {
        guard skipName(), let west = time(hours: 24) else { return nil }
        let standard = -west
        guard !rest.isEmpty else { return (standard, nil) }
        guard skipName() else { return nil }
        var offset = standard + 3_600
        if rest.first != UInt8(ascii: ",") {
            guard let west = time(hours: 24) else { return nil }
            offset = -west
        }
        guard let start = moment(), let end = moment(), rest.isEmpty else { return nil }
        return (standard, YearlyZoneRule.Exception(offset: offset, start: start, end: end))
    }

    private mutating func skip(_ character: UInt8) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    /// An abbreviation: at least three letters, or anything in angle brackets.
    private mutating func skipName() -> Bool {
        if skip(UInt8(ascii: "<")) {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let letters = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard (1...3).contains(digits.count), let number = Int(String(Substring(digits))), range.contains(number)
        else { return nil }
        rest = rest.dropFirst(digits.count)
        return number
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    private mutating func time(hours: Int) -> Int? {
        let isNegative = skip(UInt8(ascii: "-"))
        if !isNegative { _ = skip(UInt8(ascii: "+")) }
        guard var seconds = number(in: 0...hours).map({ $0 * 3_600 }) else { return nil }
        for unit in [60, 1] where skip(UInt8(ascii: ":")) {
            guard let part = number(in: 0...59) else { return nil }
            seconds += part * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`; two in the morning unless it says otherwise.
    private mutating func moment() -> YearlyZoneRule.Moment? {
        guard skip(UInt8(ascii: ",")), let day = day() else { return nil }
        guard skip(UInt8(ascii: "/")) else { return YearlyZoneRule.Moment(day: day, seconds: 7_200) }
        return time(hours: 167).map { YearlyZoneRule.Moment(day: day, seconds: $0) }
    }

    private mutating func day() -> YearlyZoneRule.Day? {
        if skip(UInt8(ascii: "J")) { return number(in: 1...365).map(YearlyZoneRule.Day.withoutLeapDay) }
        guard skip(UInt8(ascii: "M")) else { return number(in: 0...365).map(YearlyZoneRule.Day.ofYear) }
        guard let month = number(in: 1...12), skip(UInt8(ascii: ".")), let week = number(in: 1...5),
            skip(UInt8(ascii: ".")), let weekday = number(in: 0...6)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }
}
