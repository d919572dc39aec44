public import Wire

/// A stretch of time that customers may book to be called back in.
public struct CallbackSlot: Hashable, Sendable {
    /// The most slots of one answer.
    public static let countBound = 500

    /// When it begins.
    public var from: Timestamp
    /// When it ends.
    public var until: Timestamp
    /// What the clock on the wall shows when it begins: the customer's if their time zone was given, else the queue's.
    public var local: String
    /// How many customers may book it.
    public var capacity: Int
    /// How many have.
    public var booked: Int

    public init(from: Timestamp, until: Timestamp, local: String, capacity: Int, booked: Int) {
        self.from = from
        self.until = until
        self.local = local
        self.capacity = capacity
        self.booked = booked
    }

    /// Whether one more customer may book it.
    public var isFree: Bool { booked < capacity }
}

extension CallbackSlot: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(from)
        writer.write(until)
        writer.write(local)
        writer.write(capacity)
        writer.write(booked)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            from: try reader.read(), until: try reader.read(), local: try reader.readString(),
            capacity: try reader.readInt(), booked: try reader.readInt())
    }
}
