public import Wire

/// What one append writes: one message that holds whole commands, or a step of the partition's ownership.
public struct JournalRecord: Hashable, Sendable {
    /// What a record says.
    public enum Kind: UInt8, Sendable {
        /// The owner named by epoch and incarnation begins to own the partition.
        case takeover = 1
        /// Whole commands with their events, in the payload.
        case commands = 2
        /// The payload is a ``SnapshotReference`` that counts from now on.
        case snapshot = 3
        /// The last record of a stream; the payload says where the partition's journal goes on.
        case sealed = 4
    }

    /// The longest payload, in bytes.
    public static let payloadBound = 4_194_304

    /// The partition whose journal it is in.
    public let partition: PartitionID
    /// The epoch of the owner who wrote it.
    public let epoch: Epoch
    /// The start of that owner.
    public let incarnation: Incarnation
    /// Counts up from 1 within one incarnation: tells a repeated append from a new one.
    public let id: UInt64
    /// The sequence this record comes right behind; an append anywhere else is refused.
    public let follows: JournalSequence
    /// What it says.
    public let kind: Kind
    /// At most ``payloadBound`` bytes; empty for a takeover.
    public let payload: [UInt8]

    public init(
        partition: PartitionID, epoch: Epoch, incarnation: Incarnation, id: UInt64, follows: JournalSequence,
        kind: Kind, payload: [UInt8]
    ) {
        self.partition = partition
        self.epoch = epoch
        self.incarnation = incarnation
        self.id = id
        self.follows = follows
        self.kind = kind
        self.payload = payload
    }
}

extension JournalRecord: WireValue {
    private static let version: UInt8 = 1

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(partition)
        writer.write(epoch)
        writer.write(fixed: incarnation)
        writer.write(id)
        writer.write(follows.value)
        writer.write(byte: kind.rawValue)
        writer.write(bytes: payload)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let version = try reader.readByte()
        guard version == Self.version else {
            throw WireError(.invalidValue, reading: "version of a journal record", at: reader.offset - 1)
        }
        partition = try reader.read()
        epoch = try reader.readUInt64()
        incarnation = try reader.readFixed()
        id = try reader.readUInt64()
        follows = JournalSequence(try reader.readUInt64())
        guard let kind = Kind(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "kind of a journal record", at: reader.offset - 1)
        }
        self.kind = kind
        payload = try reader.readBytes(bound: Self.payloadBound)
    }
}
