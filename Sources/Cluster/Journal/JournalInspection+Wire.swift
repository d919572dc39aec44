public import Wire

extension JournalInspection: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(place)
        writer.write(serverVersion)
        writer.write(copies)
        writer.write(faults)
        writer.write(advice)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            place: try reader.readString(), serverVersion: try reader.readOptional(), copies: try reader.readArray(),
            faults: try reader.readArray(), advice: try reader.readArray())
    }
}

extension JournalCopy: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(name)
        writer.write(isCurrent)
        writer.write(lag)
        writer.write((silence?.components).map { $0.seconds * 1_000_000 + $0.attoseconds / 1_000_000_000_000 })
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            name: try reader.readString(), isCurrent: try reader.readBool(), lag: try reader.readUInt64(),
            silence: try reader.readOptional(Int64.self).map { .microseconds($0) })
    }
}
