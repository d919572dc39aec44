/// What is wrong with a recurrence rule, and what would be right.
public struct RecurrenceRuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Half a sentence for people: `BYMONTH is 13; months go from 1 to 12`.
    public let message: String

    public var description: String { message }
}

extension RecurrenceRule {
    /// The longest rule, in UTF-8 bytes.
    public static let textBound = 4_096
    private static let numberBound = 10_000

    /// Reads a rule such as `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`.
    public init(_ text: String) throws(RecurrenceRuleError) {
        guard text.utf8.count <= Self.textBound else {
            throw RecurrenceRuleError(message: "a rule has at most \(Self.textBound) bytes")
        }
        var values: [String: String] = [:]
        for part in text.uppercased().split(separator: ";", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2, !pair[1].isEmpty else {
                throw RecurrenceRuleError(message: "`\(part)` is no part of a rule; write `NAME=VALUE`")
            }
            guard values.updateValue(pair[1], forKey: pair[0]) == nil else {
                throw RecurrenceRuleError(message: "\(pair[0]) stands in the rule twice")
            }
        }
        self.init(try Self.frequency(values["FREQ"]))
        for (name, value) in values.sorted(by: { $0.key < $1.key }) where name != "FREQ" { try set(name, value) }
        try check()
    }

    private static func frequency(_ text: String?) throws(RecurrenceRuleError) -> Frequency {
        guard let text else {
            throw RecurrenceRuleError(message: "the rule has no FREQ; begin it with `FREQ=YEARLY` or the like")
        }
        guard let frequency = Frequency(rawValue: text) else {
            let names = Frequency.allCases.map(\.rawValue).joined(separator: ", ")
            throw RecurrenceRuleError(message: "FREQ is \(text); whole days have \(names)")
        }
        return frequency
    }

    private mutating func set(_ name: String, _ value: String) throws(RecurrenceRuleError) {
        switch name {
        case "INTERVAL": interval = try Self.number(value, 1...Self.numberBound, of: name)
        case "COUNT": count = try Self.number(value, 1...Self.numberBound, of: name)
        case "UNTIL": until = try Self.day(value)
        case "BYMONTH": months = try Self.numbers(value, 1...12, of: name)
        case "BYWEEKNO": weekNumbers = try Self.numbers(value, -53...53, of: name)
        case "BYYEARDAY": yearDays = try Self.numbers(value, -366...366, of: name)
        case "BYMONTHDAY": monthDays = try Self.numbers(value, -31...31, of: name)
        case "BYSETPOS": positions = try Self.numbers(value, -366...366, of: name)
        case "BYDAY": weekdays = try Self.weekdays(value)
        case "WKST":
            guard let index = Self.weekdayNames.firstIndex(of: value) else { throw Self.noWeekday(value) }
            weekStart = index + 1
        case "BYHOUR", "BYMINUTE", "BYSECOND":
            throw RecurrenceRuleError(message: "\(name) has no meaning for whole days; leave it out")
        default:
            let known = [
                "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY",
                "BYSETPOS", "WKST",
            ]
            throw RecurrenceRuleError(
                message: "`\(name)` is no part of a rule\(Spelling.advice(for: name, among: known))")
        }
    }

    /// What parts may stand together (RFC 5545, 3.3.10).
    private func check() throws(RecurrenceRuleError) {
        if count != nil, until != nil {
            throw RecurrenceRuleError(message: "a rule has COUNT or UNTIL, not both")
        }
        if !weekNumbers.isEmpty, frequency != .yearly {
            throw RecurrenceRuleError(message: "BYWEEKNO goes with FREQ=YEARLY only")
        }
        if !yearDays.isEmpty, frequency != .yearly {
            throw RecurrenceRuleError(message: "BYYEARDAY goes with FREQ=YEARLY only")
        }
        if !monthDays.isEmpty, frequency == .weekly {
            throw RecurrenceRuleError(message: "BYMONTHDAY does not go with FREQ=WEEKLY")
        }
        if let day = weekdays.first(where: { $0.ordinal != 0 }) {
            guard frequency == .monthly || frequency == .yearly && weekNumbers.isEmpty else {
                throw RecurrenceRuleError(
                    message: "BYDAY=\(day) counts days of a month or year, which goes with FREQ=MONTHLY and, without "
                        + "BYWEEKNO, FREQ=YEARLY only")
            }
        }
        let isNarrowed = [months, weekNumbers, yearDays, monthDays].contains { !$0.isEmpty } || !weekdays.isEmpty
        if !positions.isEmpty, !isNarrowed {
            throw RecurrenceRuleError(
                message: "BYSETPOS chooses among the days that another part names; add BYDAY or the like")
        }
    }

    private static func numbers(
        _ text: String, _ range: ClosedRange<Int>, of name: String
    ) throws(RecurrenceRuleError) -> [Int] {
        var numbers: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let number = try number(String(part), range, of: name)
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers.sorted()
    }

    private static func number(
        _ text: String, _ range: ClosedRange<Int>, of name: String
    ) throws(RecurrenceRuleError) -> Int {
        guard let number = Int(text), range.contains(number), number != 0 else {
            let least =
                range.lowerBound < 0 ? "1 to \(range.upperBound), or -1 to \(range.lowerBound) from the end" : ""
            throw RecurrenceRuleError(
                message: "\(name) is \(text.prefix(20)); it goes from "
                    + (least.isEmpty ? "\(range.lowerBound) to \(range.upperBound)" : least))
        }
        return number
    }

    private static func weekdays(_ text: String) throws(RecurrenceRuleError) -> [Weekday] {
        var days: [Weekday] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let index = weekdayNames.firstIndex(of: String(part.suffix(2))) else { throw noWeekday(String(part)) }
            let prefix = String(part.dropLast(2))
            let ordinal = prefix.isEmpty ? 0 : try number(prefix, -53...53, of: "the ordinal of BYDAY=\(part)")
            let day = Weekday(ordinal: ordinal, weekday: index + 1)
            if !days.contains(day) { days.append(day) }
        }
        return days
    }

    private static func noWeekday(_ text: String) -> RecurrenceRuleError {
        RecurrenceRuleError(
            message: "`\(text.prefix(20))` is no day of the week; there is \(weekdayNames.joined(separator: ", "))")
    }

    /// `20301231`; a time behind it (`20301231T235959Z`) is of no account to whole days.
    private static func day(_ text: String) throws(RecurrenceRuleError) -> LocalDay {
        let digits = text.prefix { $0 != "T" }
        guard digits.utf8.count == 8, digits.allSatisfy({ ("0"..."9").contains($0) }),
            let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
            let day = Int(digits.suffix(2)), LocalDay(year: year, month: month, day: day).exists
        else {
            throw RecurrenceRuleError(message: "UNTIL is \(text.prefix(20)), which is no day; write it as `20301231`")
        }
        return LocalDay(year: year, month: month, day: day)
    }
}
