public import Wire

/// What one partition tells another of customers: changes behind what it knows already, in the order in which they were
/// made.
public struct CustomerNews: Hashable, Sendable {
    /// The most changes at once.
    public static let bound = 256

    /// Number of the floor that tells them.
    public var floor: UInt16
    /// The revision behind which they come.
    public var after: UInt64
    /// The revision of the last of them.
    public var upTo: UInt64
    /// What has changed.
    public var changes: [CustomerChange]

    public init(floor: UInt16, after: UInt64, upTo: UInt64, changes: [CustomerChange]) {
        self.floor = floor
        self.after = after
        self.upTo = upTo
        self.changes = changes
    }
}

extension CustomerNews: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(UInt64(floor))
        writer.write(after)
        writer.write(upTo)
        writer.write(changes)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            floor: try reader.readFloorNumber(), after: try reader.readUInt64(), upTo: try reader.readUInt64(),
            changes: try reader.readArray(bound: Self.bound))
    }
}
