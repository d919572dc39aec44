public import Wire

/// A day of the Gregorian calendar.
public struct LocalDay: Hashable, Comparable, Sendable {
    /// The year, such as 2026.
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int

    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public static func < (left: LocalDay, right: LocalDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension LocalDay: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(year)
        writer.write(month)
        writer.write(day)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            year: try reader.read(), month: try reader.read(), day: try reader.read())
    }
}
