public import Wire

extension FloorSummary: WireValue {
    private static let layout: UInt8 = 2
    /// The most words of 64 agents that are read.
    fileprivate static let wordBound = 1 << 16

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.layout)
        writer.write(UInt64(floor))
        writer.write(configurationVersion)
        writer.write(waits)
        writer.write(UInt64(free.count))
        for words in free { writer.write(words) }
        writer.write(signedIn)
        writer.write(available)
        writer.write(heldBack)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let layout = try reader.readLayout(Self.layout, of: "summary")
        self.init(floor: try reader.readFloorNumber(), configurationVersion: try reader.readInt())
        waits = try reader.readArray()
        for _ in 0..<(try reader.readCount(bound: Channel.allCases.count)) {
            free.append(try reader.readArray(bound: Self.wordBound))
        }
        signedIn = try reader.readArray(bound: Self.wordBound)
        available = try reader.readArray(bound: Self.wordBound)
        guard layout > 1 else { return }
        heldBack = try reader.readArray()
    }
}

extension FloorSummary.HeldBack: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(queue)
        writer.write(agents)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        queue = try reader.readInt()
        agents = try reader.readArray(bound: FloorSummary.wordBound)
    }
}

extension FloorSummary.Wait: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(queue)
        writer.write(channel)
        writer.write(count)
        writer.write(head.priority)
        writer.write(head.enqueuedAt)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        queue = try reader.readInt()
        channel = try reader.read()
        count = try reader.readInt()
        head = FloorSummary.Head(priority: try reader.readInt(), enqueuedAt: try reader.read())
    }
}
