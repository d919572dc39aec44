import Cluster
import ContactCenter
import Wire

/// What the owner of a partition tells all nodes of it, so that contacts and agents of other partitions find theirs.
///
/// It is a hint: it may be late, and nobody decides by it who holds what.
struct PartitionSummary: Hashable, Sendable {
    private static let version: UInt8 = 1

    /// The partition.
    let partition: PartitionID
    /// The ownership that tells.
    let epoch: Epoch
    /// The durable place that it was computed at.
    let position: JournalSequence
    /// What there is to tell.
    let floor: FloorSummary

    /// Whether it tells of an earlier state than another of the same partition.
    func isEarlier(than other: PartitionSummary) -> Bool {
        (epoch, position) < (other.epoch, other.position)
    }
}

extension PartitionSummary: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(partition)
        writer.write(epoch)
        writer.write(position.value)
        writer.write(floor)
    }

    init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of a summary", at: reader.offset - 1)
        }
        self.init(
            partition: try reader.read(), epoch: try reader.readUInt64(),
            position: JournalSequence(try reader.readUInt64()), floor: try reader.read())
    }
}
