public import Wire

/// A partition that its owner hands over to one node rather than to whichever placement names.
///
/// It stands in the heartbeats of the node that hands over, the one that no longer names the partition among its
/// holdings included: whoever hears that the partition has no owner hears at once whom it is meant for.
public struct Bequest: Hashable, Sendable {
    /// The partition.
    public let partition: PartitionID
    /// The number of the ownership that is handed over: of two bequests of a partition the later counts.
    public let epoch: Epoch
    /// The node that is to own it next.
    public let heir: NodeID

    public init(partition: PartitionID, epoch: Epoch, heir: NodeID) {
        self.partition = partition
        self.epoch = epoch
        self.heir = heir
    }
}

extension Bequest: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(partition)
        writer.write(epoch)
        writer.write(heir)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(partition: try reader.read(), epoch: try reader.readUInt64(), heir: try reader.read())
    }
}
