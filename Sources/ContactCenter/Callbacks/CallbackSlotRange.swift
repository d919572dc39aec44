public import Wire

/// Which slots are asked for.
public struct CallbackSlotRange: Hashable, Sendable {
    /// Those that begin then or later; nil for now.
    public var from: Timestamp?
    /// Those that begin before; nil for as far ahead as may be booked.
    public var until: Timestamp?
    /// IANA name of the customer's time zone, by whose clock they are told, and may be called; nil when unknown.
    public var timeZone: String?

    public init(from: Timestamp? = nil, until: Timestamp? = nil, timeZone: String? = nil) {
        self.from = from
        self.until = until
        self.timeZone = timeZone
    }
}

extension CallbackSlotRange: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(from)
        writer.write(until)
        writer.write(timeZone)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            from: try reader.readOptional(), until: try reader.readOptional(), timeZone: try reader.readOptional())
    }
}
