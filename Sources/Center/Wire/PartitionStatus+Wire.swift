import Cluster
import ContactCenter
public import Wire

extension PartitionStatus: WireValue {
    private static let version: UInt8 = 3

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(partition)
        writer.write(byte: phase.rawValue)
        writer.write(epoch)
        writer.write(position.value)
        writer.write(waitingRecords)
        writer.write(waitingOutputs)
        writer.write(liveContacts)
        writer.write(configurationVersion)
        writer.write(medium)
        writer.write(byte: room.rawValue)
        writer.write(snapshot?.value)
        writer.write(time)
        writer.write(streams)
        writer.write(commits)
        writer.write(recovery)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of a partition's status", at: reader.offset - 1)
        }
        let partition: PartitionID = try reader.read()
        guard let phase = Phase(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "phase of a partition", at: reader.offset - 1)
        }
        let epoch = try reader.readUInt64()
        let position = JournalSequence(try reader.readUInt64())
        let waiting = (records: try reader.readInt(), outputs: try reader.readInt(), contacts: try reader.readInt())
        let configurationVersion: Int? = try reader.readOptional()
        let medium: JournalMedium = try reader.read()
        guard let room = JournalRoom(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "room of a journal", at: reader.offset - 1)
        }
        let snapshot = try reader.readOptional(UInt64.self).map { JournalSequence($0) }
        self.init(
            partition: partition, phase: phase, epoch: epoch, position: position, waitingRecords: waiting.records,
            waitingOutputs: waiting.outputs, liveContacts: waiting.contacts,
            configurationVersion: configurationVersion, medium: medium, room: room, snapshot: snapshot,
            time: try reader.read(),
            streams: try reader.readInt(), commits: try reader.read(), recovery: try reader.read())
    }
}

extension RecoveryReport: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(damage)
        writer.write(snapshot?.value)
        writer.write(passedOver)
        for count in [records, voidRecords, commands, events] { writer.write(count) }
        writer.write(last.value)
        writer.write(duration)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init()
        damage = try reader.readOptional()
        snapshot = try reader.readOptional(UInt64.self).map { JournalSequence($0) }
        passedOver = try reader.readArray()
        records = try reader.readInt()
        voidRecords = try reader.readInt()
        commands = try reader.readInt()
        events = try reader.readInt()
        last = JournalSequence(try reader.readUInt64())
        duration = try reader.read()
    }
}

extension CommitFigures: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(seconds)
        writer.write(commands)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init()
        seconds = try reader.read()
        commands = try reader.read()
    }
}

extension BucketCounts: WireValue {
    /// The most buckets that are read.
    private static let bound = 1_000

    public func write(to writer: inout WireWriter) {
        writer.write(bounds)
        for count in counts { writer.write(count) }
        writer.write(count)
        writer.write(sum)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let bounds: [Double] = try reader.readArray(bound: Self.bound)
        var counts: [Int] = []
        for _ in bounds { counts.append(try reader.readInt()) }
        self.init(bounds: bounds, counts: counts, count: try reader.readInt(), sum: try reader.readDouble())
    }
}
