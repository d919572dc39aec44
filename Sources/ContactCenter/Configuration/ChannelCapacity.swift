public import Wire

/// What an agent may do on one channel.
public struct ChannelCapacity: Hashable, Sendable {
    /// The channel.
    public var channel: Channel
    /// The most contacts of the channel at once, at least 1.
    public var maximum: Int
    /// Channels whose contacts may not be held beside one of this channel, in either direction.
    public var excludes: Set<Channel>
    /// Channels whose contacts do not stand in the way of an offer of this channel: they are interrupted.
    public var interrupts: Set<Channel>

    public init(
        channel: Channel, maximum: Int, excludes: Set<Channel> = [], interrupts: Set<Channel> = []
    ) {
        self.channel = channel
        self.maximum = maximum
        self.excludes = excludes
        self.interrupts = interrupts
    }
}

extension ChannelCapacity: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(channel)
        writer.write(maximum)
        writer.write(sorted: excludes, by: Channel.byRawValue)
        writer.write(sorted: interrupts, by: Channel.byRawValue)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "channel capacity")
        self.init(
            channel: try reader.read(), maximum: try reader.read(),
            excludes: try reader.readSet(sortedBy: Channel.byRawValue),
            interrupts: try reader.readSet(sortedBy: Channel.byRawValue))
    }
}
