public import Wire

/// A stretch of time for which a calendar is closed against its hours, for an emergency.
public struct Closure: Hashable, Sendable {
    /// What is closed.
    public var calendar: CalendarID
    /// From when on, in whole seconds.
    public var from: Timestamp
    /// When it is over, in whole seconds; nil when that is not known yet.
    public var until: Timestamp?
    /// Why: a sentence for people.
    public var reason: String

    public init(calendar: CalendarID, from: Timestamp, until: Timestamp? = nil, reason: String) {
        self.calendar = calendar
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// Whether it holds at that instant.
    public func contains(_ instant: Timestamp) -> Bool {
        from <= instant && !isOver(at: instant)
    }

    /// Whether it holds no more.
    func isOver(at instant: Timestamp) -> Bool { until.map { $0 <= instant } ?? false }
}

extension Closure: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(calendar)
        writer.write(from)
        writer.write(until)
        writer.write(reason)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            calendar: try reader.read(), from: try reader.read(), until: try reader.readOptional(),
            reason: try reader.read())
    }
}
