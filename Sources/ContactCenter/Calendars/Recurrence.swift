public import Wire

/// Local days, one by one or by a rule: DTSTART, RRULE, RDATE and EXDATE of RFC 5545, for whole days.
public struct Recurrence: Hashable, Sendable {
    /// The day itself; the first that a rule may give.
    public var start: LocalDay
    /// Which days from `start` on; nil for `start` alone. The start is among them only if the rule gives it.
    public var rule: RecurrenceRule?
    /// Days beside those.
    public var added: [LocalDay]
    /// Days that are left out all the same.
    public var excepted: [LocalDay]

    public init(start: LocalDay, rule: RecurrenceRule? = nil, added: [LocalDay] = [], excepted: [LocalDay] = []) {
        self.start = start
        self.rule = rule
        self.added = added
        self.excepted = excepted
    }

    /// Days since 1970 of all that it names through 2200, rising.
    var epochDays: [Int] {
        var days = Set(rule.map { RecurrenceDays($0, from: start).days } ?? [start.epochDay])
        days.formUnion(added.lazy.map(\.epochDay))
        days.subtract(excepted.lazy.map(\.epochDay))
        return days.sorted()
    }
}

extension Recurrence: CustomStringConvertible {
    /// Such as `2026-12-25`, or `2026-12-25, FREQ=YEARLY, except 2030-12-25`.
    public var description: String {
        var parts = [start.description]
        if let rule { parts.append(rule.description) }
        if !added.isEmpty { parts.append("also " + added.map(\.description).joined(separator: " ")) }
        if !excepted.isEmpty { parts.append("except " + excepted.map(\.description).joined(separator: " ")) }
        return parts.joined(separator: ", ")
    }
}

extension Recurrence: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(start)
        writer.write(rule)
        writer.write(added)
        writer.write(excepted)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            start: try reader.read(), rule: try reader.readOptional(), added: try reader.read(),
            excepted: try reader.read())
    }
}
