import Cluster
import ContactCenter
public import Wire

extension NodeReport: WireValue {
    /// The layout that is written; that of version 1 does not tell the partitions.
    private static let version: UInt8 = 2
    private static let partitionBound = 65_536

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(site)
        writer.write(version)
        writer.write(startedAt)
        writer.write(time)
        writer.write(freeBytes)
        writer.write(layout)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let version = try reader.readByte()
        guard (1...Self.version).contains(version) else {
            throw WireError(.invalidValue, reading: "version of a node's report", at: reader.offset - 1)
        }
        self.init(
            site: try reader.readString(), version: try reader.readString(), startedAt: try reader.readInt64(),
            time: try reader.read(), freeBytes: try reader.readOptional(),
            layout: version < 2 ? [] : try reader.readArray(bound: Self.partitionBound))
    }
}
