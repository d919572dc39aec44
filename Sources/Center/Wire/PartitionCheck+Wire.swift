import Cluster
public import Wire

extension PartitionCheck: WireValue {
    private static let version: UInt8 = 1

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(partition)
        writer.write(epoch)
        writer.write(position.value)
        writer.write(start?.value)
        for count in [records, voidRecords, events, snapshots, bytes] { writer.write(count) }
        writer.write(store)
        writer.write(differences)
        writer.write(duration)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of a check", at: reader.offset - 1)
        }
        self.init(
            partition: try reader.read(), epoch: try reader.readUInt64(),
            position: JournalSequence(try reader.readUInt64()))
        start = try reader.readOptional(UInt64.self).map { JournalSequence($0) }
        records = try reader.readInt()
        voidRecords = try reader.readInt()
        events = try reader.readInt()
        snapshots = try reader.readInt()
        bytes = try reader.readInt()
        store = try reader.read()
        differences = try reader.readArray()
        duration = try reader.read()
    }
}
