public import Wire

/// What a time zone's clocks show and when they are changed: one file of tzdata, as a value that can be journaled.
///
/// The rules travel in the configuration, so that every node, and every replay of the journal, reckons by the same
/// ones, whatever tzdata is installed there.
public struct ZoneRules: Hashable, Sendable {
    /// A moment at which the offset becomes another.
    public struct Change: Hashable, Sendable {
        /// Seconds since 1970.
        public var second: Int
        /// Seconds east of UTC from then on.
        public var offset: Int

        public init(second: Int, offset: Int) {
            self.second = second
            self.offset = offset
        }
    }

    /// IANA name, such as `Europe/Berlin`.
    public let name: String
    /// Seconds east of UTC before the first change.
    public let firstOffset: Int
    /// Changes since 1970, rising.
    public let changes: [Change]
    /// What holds after the last change; nil when that goes on for ever.
    public let rule: YearlyZoneRule?

    /// - Parameter changes: Rising.
    public init(name: String, firstOffset: Int, changes: [Change], rule: YearlyZoneRule?) {
        self.name = name
        self.firstOffset = firstOffset
        self.changes = changes
        self.rule = rule
    }

    /// No daylight saving, and no offset.
    public static let utc = ZoneRules(name: "UTC", firstOffset: 0, changes: [], rule: nil)
}

extension ZoneRules: WireValue {
    /// More changes than any zone has.
    private static let bound = 10_000

    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(name)
        writer.write(firstOffset)
        writer.write(changes)
        writer.write(rule)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "time zone")
        self.init(
            name: try reader.read(), firstOffset: try reader.readOffset(),
            changes: try reader.readArray(bound: Self.bound), rule: try reader.read())
        for (left, right) in zip(changes, changes.dropFirst()) where left.second >= right.second {
            throw WireError(.invalidValue, reading: "order of a time zone's changes", at: reader.offset)
        }
    }
}

extension ZoneRules.Change: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(second)
        writer.write(offset)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(second: try reader.readInt(), offset: try reader.readOffset())
        guard abs(second) < 1 << 40 else {
            throw WireError(.invalidValue, reading: "time of a change of offset", at: reader.offset)
        }
    }
}

extension WireReader {
    /// Seconds east of UTC, less than eight days.
    mutating func readOffset() throws(WireError) -> Int {
        let offset = try readInt()
        guard abs(offset) < 8 * 86_400 else {
            throw WireError(.invalidValue, reading: "offset from UTC", at: self.offset)
        }
        return offset
    }
}
