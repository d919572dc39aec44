public import Wire

/// Days on which a calendar has other hours than those of the week, holiday or not.
public struct HoursOverride: Hashable, Sendable {
    /// What people call it; empty for none.
    public var name: String
    /// Which days.
    public var days: Recurrence
    /// What begins on such a day in place of the week's intervals; empty for nothing.
    public var hours: [DayInterval]

    public init(name: String = "", days: Recurrence, hours: [DayInterval]) {
        self.name = name
        self.days = days
        self.hours = hours
    }
}

extension HoursOverride: CustomStringConvertible {
    /// Such as `2026-12-24: 08:00-12:00`, or `Inventory (2027-01-02, FREQ=YEARLY): closed`.
    public var description: String {
        let text = hours.isEmpty ? "closed" : hours.map(\.description).joined(separator: ", ")
        return name.isEmpty ? "\(days): \(text)" : "\(name) (\(days)): \(text)"
    }
}

extension HoursOverride: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(name)
        writer.write(days)
        writer.write(hours)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(name: try reader.read(), days: try reader.read(), hours: try reader.read())
    }
}
