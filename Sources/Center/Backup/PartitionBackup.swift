public import Cluster
public import ContactCenter
import Wire

/// The whole state of a partition behind one durable record, as it is kept in a file.
///
/// Layout: the title; then as a byte string partition, floor number, epoch, place, business time and the partition's
/// snapshot; then the checksum over everything before it. The snapshot is the one a journal would hold, so it is read by
/// every program that reads journals.
public struct PartitionBackup: Sendable {
    private static let title = "sundial backup, version 1\n"
    /// The longest backup that is read, in bytes.
    public static let byteBound = 1 << 30

    /// The partition.
    public let partition: PartitionID
    /// The number that is part of every id the partition gives out.
    public let floorNumber: UInt16
    /// The epoch in which the partition was owned.
    public let epoch: Epoch
    /// The durable record behind which the state was taken.
    public let position: JournalSequence
    /// Business time when it was taken.
    public let time: Timestamp
    let snapshot: [UInt8]

    init(_ state: PartitionSnapshot, floorNumber: UInt16, time: Timestamp) {
        partition = state.fence.partition
        self.floorNumber = floorNumber
        epoch = state.fence.epoch
        position = state.fence.last
        self.time = time
        snapshot = state.wireBytes()
    }

    /// Reads a file, everything in it included: what this gives can be restored.
    ///
    /// - Throws: ``CenterError`` with `invalid` when the bytes are no backup, or not those that were written.
    public init(file: [UInt8]) throws(CenterError) {
        guard file.starts(with: Self.title.utf8), file.count > Self.title.utf8.count + 8 else {
            throw CenterError(.invalid, "This is no backup of a partition: it does not begin as one.")
        }
        do throws(WireError) {
            var trailer = WireReader(Array(file.suffix(8)))
            let content = Array(file.dropLast(8))
            guard try trailer.readFixed() == Checksum.of(content) else {
                throw WireError(.invalidValue, reading: "checksum of the whole file", at: content.count)
            }
            var reader = WireReader(Array(content.dropFirst(Self.title.utf8.count)))
            partition = try reader.read()
            guard let number = UInt16(exactly: try reader.readUInt64()) else {
                throw WireError(.invalidValue, reading: "number of the floor", at: reader.offset)
            }
            floorNumber = number
            epoch = try reader.readUInt64()
            position = JournalSequence(try reader.readUInt64())
            time = try reader.read()
            snapshot = try reader.readBytes(bound: Self.byteBound)
            try reader.finish()
            _ = try PartitionSnapshot(wireBytes: snapshot)
        } catch {
            throw CenterError(
                .invalid, "The backup is damaged or of a newer program (\(error)). Use another one.", cause: error)
        }
    }

    /// The file's bytes.
    public var file: [UInt8] {
        var writer = WireWriter(capacity: snapshot.count + 256)
        writer.write(raw: Self.title.utf8)
        writer.write(partition)
        writer.write(UInt64(floorNumber))
        writer.write(epoch)
        writer.write(position.value)
        writer.write(time)
        writer.write(bytes: snapshot)
        writer.write(fixed: Checksum.of(writer.bytes))
        return writer.bytes
    }

    /// How much the floor held.
    public var figures: FloorFigures { (try? state())?.floor.figures ?? FloorFigures() }

    func state() throws(CenterError) -> PartitionSnapshot {
        do { return try PartitionSnapshot(wireBytes: snapshot) } catch {
            throw CenterError(.invalid, "The backup cannot be read: \(error).", cause: error)
        }
    }
}
