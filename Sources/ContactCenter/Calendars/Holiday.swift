public import Wire

/// Days on which a calendar is closed from midnight to midnight.
public struct Holiday: Hashable, Sendable {
    /// What people call it; empty for none.
    public var name: String
    /// On which days it begins.
    public var days: Recurrence
    /// How many days it lasts each time, from 1.
    public var length: Int

    public init(name: String = "", days: Recurrence, length: Int = 1) {
        self.name = name
        self.days = days
        self.length = length
    }

    /// A single day.
    public init(name: String = "", on day: LocalDay) {
        self.init(name: name, days: Recurrence(start: day))
    }
}

extension Holiday: CustomStringConvertible {
    /// Such as `2026-12-25`, or `Christmas (2026-12-25, FREQ=YEARLY, 2 days)`.
    public var description: String {
        let text = days.description + (length > 1 ? ", \(length) days" : "")
        return name.isEmpty ? text : "\(name) (\(text))"
    }
}

extension Holiday: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(name)
        writer.write(days)
        writer.write(length)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(name: try reader.read(), days: try reader.read(), length: try reader.read())
    }
}
