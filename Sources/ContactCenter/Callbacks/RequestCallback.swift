public import Wire

/// A customer wants to be called back rather than wait.
public struct RequestCallback: Hashable, Sendable {
    /// Whom to call; nil for the contact's customer. At most 256 bytes.
    public var number: String?
    /// The beginning of the slot that is booked; nil to be called when its turn comes. Only with a contact that comes
    /// in.
    public var slot: Timestamp?
    /// IANA name of the customer's time zone; nil when unknown.
    public var timeZone: String?

    public init(number: String? = nil, slot: Timestamp? = nil, timeZone: String? = nil) {
        self.number = number
        self.slot = slot
        self.timeZone = timeZone
    }
}

extension RequestCallback: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(number)
        writer.write(slot)
        writer.write(timeZone)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            number: try reader.readOptional(), slot: try reader.readOptional(), timeZone: try reader.readOptional())
    }
}
