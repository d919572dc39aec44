public import ContactCenter

/// Files of holidays that a configuration names: `holidays: [{ file: bank-holidays.ics }]`.
///
/// Whoever has the files reads them, and puts what they say behind the configuration, as its section `imported`: the
/// text then stands for itself, wherever it goes and whenever it is gone back to.
extension ConfigurationFile {
    /// The names of the files that a configuration needs and does not bring, in the order of the text; none when it is
    /// no YAML, or has a section `imported`.
    public static func missingImports(of source: String) -> [String] {
        guard let file = YAMLDocument(source).root?.entries(), !file.contains(where: { $0.key == "imported" }),
            let calendars = file.first(where: { $0.key == "calendars" })?.value.entries()
        else { return [] }
        var names: [String] = []
        for calendar in calendars {
            let holidays = calendar.value.entries()?.first { $0.key == "holidays" }?.value
            guard let holidays, !holidays.isNull, !holidays.isScalar, let items = holidays.list() else { continue }
            for item in items where !item.isScalar {
                let file = item.entries()?.first { $0.key == "file" }?.value.text()
                if let file, !names.contains(file) { names.append(file) }
            }
        }
        return names
    }

    /// The configuration with its section `imported`.
    public static func adding(_ imports: [(name: String, holidays: [Holiday])], to source: String) -> String {
        guard !imports.isEmpty else { return source }
        var lines = [
            "", "# What the files of holidays said when this was read; leave it out to have them read again.",
            "imported:",
        ]
        for file in imports {
            lines.append("  \(quoted(file.name)):")
            lines += file.holidays.map { "    - \(entry($0))" }
        }
        return source + (source.hasSuffix("\n") ? "" : "\n") + lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ holiday: Holiday) -> String {
        let days = holiday.days
        var parts: [String] = []
        if let rule = days.rule {
            parts = ["from: \(days.start)", "rule: \(quoted(rule.description))"]
            if !days.added.isEmpty { parts.append("also: \(list(days.added))") }
        } else {
            parts = ["on: \(list([days.start] + days.added))"]
        }
        if !days.excepted.isEmpty { parts.append("except: \(list(days.excepted))") }
        if holiday.length != 1 { parts.append("days: \(holiday.length)") }
        if !holiday.name.isEmpty { parts.append("name: \(quoted(holiday.name))") }
        return "{ \(parts.joined(separator: ", ")) }"
    }

    private static func list(_ days: [LocalDay]) -> String { "[\(days.map(\.description).joined(separator: ", "))]" }

    /// A text in double quotes, as YAML and JSON have it.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
