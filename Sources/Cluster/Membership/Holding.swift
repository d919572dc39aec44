public import Wire

/// A partition that a node owns, as the node tells others.
public struct Holding: Hashable, Sendable {
    /// The partition.
    public let partition: PartitionID
    /// The number of the ownership: of two who claim the partition, the one with the higher epoch has it.
    public let epoch: Epoch
    /// The last record known to be durable.
    public let position: JournalSequence

    public init(partition: PartitionID, epoch: Epoch, position: JournalSequence) {
        self.partition = partition
        self.epoch = epoch
        self.position = position
    }
}

extension Holding: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(partition)
        writer.write(epoch)
        writer.write(position.value)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            partition: try reader.read(), epoch: try reader.readUInt64(),
            position: JournalSequence(try reader.readUInt64()))
    }
}
