public import Wire

extension QueueView: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(id)
        writer.write(label)
        writer.write(isOpen)
        writer.write(waiting)
        writer.write(offered)
        writer.write(connected)
        writer.write(oldest)
        writer.write(staffed)
        writer.write(idle)
        writer.write(expectedWait)
        writer.write(figures)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            id: try reader.read(), label: try reader.readString(), isOpen: try reader.readBool(),
            waiting: try reader.readInt(), offered: try reader.readInt(), connected: try reader.readInt(),
            oldest: try reader.readOptional(), staffed: try reader.readInt(), idle: try reader.readInt(),
            expectedWait: try reader.readOptional(), figures: try reader.read())
    }
}

extension QueueFigures: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(opened)
        writer.write(answered)
        writer.write(answeredWithinThreshold)
        writer.write(abandoned)
        writer.write(abandonedWithinThreshold)
        writer.write(timedOut)
        writer.write(completed)
        writer.write(refused)
        writer.write(answeredWait)
        writer.write(handleTime)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init()
        opened = try reader.readInt()
        answered = try reader.readInt()
        answeredWithinThreshold = try reader.readInt()
        abandoned = try reader.readInt()
        abandonedWithinThreshold = try reader.readInt()
        timedOut = try reader.readInt()
        completed = try reader.readInt()
        refused = try reader.readInt()
        answeredWait = try reader.read()
        handleTime = try reader.read()
    }
}
