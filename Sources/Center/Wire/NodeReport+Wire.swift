import ContactCenter
public import Wire

extension NodeReport: WireValue {
    private static let version: UInt8 = 1

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(site)
        writer.write(version)
        writer.write(startedAt)
        writer.write(time)
        writer.write(freeBytes)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of a node's report", at: reader.offset - 1)
        }
        self.init(
            site: try reader.readString(), version: try reader.readString(), startedAt: try reader.readInt64(),
            time: try reader.read(), freeBytes: try reader.readOptional())
    }
}
