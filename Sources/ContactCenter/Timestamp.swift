public import Wire

/// An instant of business time: whole microseconds since 1970-01-01T00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Whole microseconds since 1970-01-01T00:00Z.
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// The instant `duration` later; earlier when it is negative.
    public func advanced(by duration: Duration) -> Timestamp {
        Timestamp(microseconds: microseconds + duration.wholeMicroseconds)
    }

    /// How long from this instant to `other`; negative when that is earlier.
    public func duration(to other: Timestamp) -> Duration {
        .microseconds(other.microseconds - microseconds)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }
}

extension Timestamp: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(microseconds) }
    public init(from reader: inout WireReader) throws(WireError) { microseconds = try reader.readInt64() }
}

extension Duration {
    /// This duration in whole microseconds, what is beyond them cut off.
    public var wholeMicroseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }

    /// This duration in seconds.
    public var inSeconds: Double { Double(wholeMicroseconds) / 1_000_000 }
}

extension Duration: WireValue {
    /// Written to the microsecond.
    public func write(to writer: inout WireWriter) { writer.write(wholeMicroseconds) }
    public init(from reader: inout WireReader) throws(WireError) { self = .microseconds(try reader.readInt64()) }
}
