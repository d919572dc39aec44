internal import ContactCenter

/// Holidays and overrides: days that are not like every week's.
///
/// `2026-12-25`, `{ on: 2026-12-25, name: … }`, `{ from: 2020-11-01, rule: FREQ=YEARLY;BYMONTH=11;BYDAY=4TH }`, with
/// `also` and `except` for single days, `days` for how long a holiday lasts, and `hours` for an override.
extension ConfigurationReader {
    private static let dayKeys = ["on", "from", "rule", "also", "except", "name"]

    mutating func readHolidays(_ node: LocatedNode?, at place: String) -> [Holiday] {
        var holidays: [Holiday] = []
        guard let node, !node.isNull else { return holidays }
        for item in node.listOrOne() ?? [] {
            for holiday in readHoliday(item) {
                trace(item, as: "\(place).holidays[\(holidays.count)]")
                holidays.append(holiday)
            }
        }
        return holidays
    }

    mutating func readOverrides(_ node: LocatedNode?, at place: String) -> [HoursOverride] {
        var overrides: [HoursOverride] = []
        guard let node, !node.isNull else { return overrides }
        for item in node.list() ?? [] {
            guard let fields = item.fields(Self.dayKeys + ["hours"]), let days = readRecurrence(fields) else {
                continue
            }
            trace(item, as: "\(place).overrides[\(overrides.count)]")
            let hours = readOverrideHours(fields.required("hours"))
            overrides.append(HoursOverride(name: label(fields["name"]), days: days, hours: hours))
        }
        return overrides
    }

    /// What was read from other files, under their names.
    mutating func readImported(_ node: LocatedNode?) -> [String: [Holiday]] {
        var imported: [String: [Holiday]] = [:]
        guard let node, !node.isNull else { return imported }
        for entry in node.entries() ?? [] {
            imported[entry.key] = entry.value.isNull ? [] : (entry.value.list() ?? []).flatMap { readHoliday($0) }
        }
        return imported
    }

    /// One holiday; all of another file's where one is named.
    private func readHoliday(_ node: LocatedNode) -> [Holiday] {
        if node.isScalar { return readDay(node).map { [Holiday(on: $0)] } ?? [] }
        guard let fields = node.fields(Self.dayKeys + ["days", "file"]) else { return [] }
        if let file = fields["file"] { return readReference(file) }
        guard let days = readRecurrence(fields) else { return [] }
        let length = fields["days"]?.integer(in: ConfigurationBounds.holidayLength) ?? 1
        return [Holiday(name: label(fields["name"]), days: days, length: length)]
    }

    private func readReference(_ node: LocatedNode) -> [Holiday] {
        guard let name = node.text() else { return [] }
        if let holidays = imported[name] { return holidays }
        node.report(
            "the holidays of `\(name)` are not in `imported`; `sundial config` reads the file and puts them there")
        return []
    }

    private func readRecurrence(_ fields: LocatedMapping) -> Recurrence? {
        let also = readDays(fields["also"])
        let except = readDays(fields["except"])
        guard let from = fields["from"] else {
            if let rule = fields["rule"] { rule.reportKey("a rule needs `from`, the first day that it may give") }
            guard let on = fields.required("on"), fields["rule"] == nil else { return nil }
            let days = readDays(on)
            return days.first.map { Recurrence(start: $0, added: days.dropFirst() + also, excepted: except) }
        }
        if let on = fields["on"] { on.reportKey("write `on` for single days, or `from` with `rule`, not both") }
        guard let start = readDay(from), let rule = readRule(fields.required("rule")) else { return nil }
        return Recurrence(start: start, rule: rule, added: also, excepted: except)
    }

    private func readRule(_ node: LocatedNode?) -> RecurrenceRule? {
        guard let node, let text = node.text(bound: RecurrenceRule.textBound) else { return nil }
        do {
            return try RecurrenceRule(text)
        } catch {
            node.report("`\(text.prefix(60))` is no rule: \(error.message)")
            return nil
        }
    }

    private func readDays(_ node: LocatedNode?) -> [LocalDay] {
        (node?.listOrOne() ?? []).compactMap { readDay($0) }
    }

    /// Intervals, or `closed`.
    private func readOverrideHours(_ node: LocatedNode?) -> [DayInterval] {
        guard let node else { return [] }
        if node.isScalar, node.text() == "closed" { return [] }
        return (node.listOrOne() ?? []).compactMap { readDayHours($0) }
    }
}
