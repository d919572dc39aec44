public import Wire

extension WaitForecast: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(position)
        writer.write(expectedWait)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(position: try reader.readInt(), expectedWait: try reader.readOptional())
    }
}
