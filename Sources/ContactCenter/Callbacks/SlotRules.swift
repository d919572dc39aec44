public import Wire

/// Which times customers may book to be called back at: slots of one length, by the clock on the wall of the queue's
/// calendar, that lie wholly within its hours.
public struct SlotRules: Hashable, Sendable {
    /// How long a slot lasts; a part of a day, so that each day has the same ones.
    public var length: Duration = .seconds(1_800)
    /// How many customers may book the same slot.
    public var capacity = 1
    /// How far ahead a slot may be booked.
    public var ahead: Duration = .seconds(7 * 86_400)
    /// How long before its beginning a slot must be booked.
    public var notice: Duration = .zero

    public init() {}
}

extension SlotRules: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(length)
        writer.write(capacity)
        writer.write(ahead)
        writer.write(notice)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init()
        length = try reader.read()
        capacity = try reader.readInt()
        ahead = try reader.read()
        notice = try reader.read()
    }
}
