public import Wire

/// A callback as it stands: a contact that keeps its place while the customer is away, or has a time of its own.
public struct Callback: Hashable, Sendable {
    /// Whom to call: a phone number, as a rule.
    public var number: String
    /// When it is to be looked after again: the beginning of its slot, or the end of a pause; while the customer is
    /// being called, when that is given up. nil while it waits for its turn, and once the customer was reached.
    public var due: Timestamp?
    /// The beginning of the slot that was booked; nil when none was.
    public var slot: Timestamp?
    /// IANA name of the customer's time zone; nil when unknown.
    public var timeZone: String?
    /// How many times the customer has been called, the present call included.
    public var attempts = 0
    /// How the last call turned out; nil before the first.
    public var lastOutcome: CallbackOutcome?

    public init(number: String, due: Timestamp? = nil, slot: Timestamp? = nil, timeZone: String? = nil) {
        self.number = number
        self.due = due
        self.slot = slot
        self.timeZone = timeZone
    }

    /// Whether the customer was reached.
    public var isReached: Bool { lastOutcome == .answered }
}

extension Callback: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(number)
        writer.write(due)
        writer.write(slot)
        writer.write(timeZone)
        writer.write(attempts)
        writer.write(lastOutcome)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            number: try reader.readString(), due: try reader.readOptional(), slot: try reader.readOptional(),
            timeZone: try reader.readOptional())
        attempts = try reader.readInt()
        lastOutcome = try reader.readOptional()
    }
}
