public import Wire

/// How many contacts of each channel an agent may hold at once.
public struct CapacityConfiguration: Hashable, Sendable {
    /// The profile's id.
    public var id: CapacityID
    /// The limits by channel.
    public var channels: [ChannelCapacity]

    public init(id: CapacityID, channels: [ChannelCapacity]) {
        self.id = id
        self.channels = channels
    }
}

extension CapacityConfiguration: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(id)
        writer.write(channels)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "capacity profile")
        self.init(
            id: try reader.read(), channels: try reader.read())
    }
}
