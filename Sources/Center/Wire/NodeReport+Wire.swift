import Cluster
import ContactCenter
public import Wire

extension NodeReport: WireValue {
    /// The newest layout; that of version 1 does not tell the partitions, that of version 2 no setbacks.
    private static let version: UInt8 = 3
    private static let partitionBound = 65_536

    public func write(to writer: inout WireWriter) {
        // Whatever an older layout can say is said in it, for nodes of an older program in the middle of an upgrade.
        writer.write(byte: setbacks.isEmpty ? 2 : Self.version)
        writer.write(site)
        writer.write(version)
        writer.write(startedAt)
        writer.write(time)
        writer.write(freeBytes)
        writer.write(layout)
        if !setbacks.isEmpty { writer.write(setbacks) }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let version = try reader.readByte()
        guard (1...Self.version).contains(version) else {
            throw WireError(.invalidValue, reading: "version of a node's report", at: reader.offset - 1)
        }
        self.init(
            site: try reader.readString(), version: try reader.readString(), startedAt: try reader.readInt64(),
            time: try reader.read(), freeBytes: try reader.readOptional(),
            layout: version < 2 ? [] : try reader.readArray(bound: Self.partitionBound),
            setbacks: version < 3 ? [] : try reader.readArray(bound: Self.partitionBound))
    }
}

extension Setback: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(partition)
        writer.write(reason)
        writer.write(isForGood)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(try reader.read(), reason: try reader.readString(), isForGood: try reader.read())
    }
}
