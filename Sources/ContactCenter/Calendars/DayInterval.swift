public import Wire

/// An opening interval of one day, in minutes of its local time.
public struct DayInterval: Hashable, Sendable {
    /// First minute of the day, 0 to 1439.
    public var startMinute: Int
    /// The minute it closes, above `startMinute`, at most 2880: beyond 1440 it reaches into the next day.
    public var endMinute: Int

    public init(startMinute: Int, endMinute: Int) {
        self.startMinute = startMinute
        self.endMinute = endMinute
    }

    /// Whether its minutes are within their bounds.
    public var isValid: Bool {
        (0..<1440).contains(startMinute) && endMinute > startMinute && endMinute <= 2880
    }
}

extension DayInterval: CustomStringConvertible {
    /// Such as `08:00-18:00`; an end beyond midnight is written as on the next day.
    public var description: String {
        let end = endMinute > 1440 ? endMinute - 1440 : endMinute
        return "\(WeeklyInterval.clock(startMinute))-\(WeeklyInterval.clock(end))"
    }
}

extension DayInterval: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(startMinute)
        writer.write(endMinute)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(startMinute: try reader.read(), endMinute: try reader.read())
    }
}
