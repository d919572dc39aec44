import Cluster
import ContactCenter
import Wire

/// A partition's whole state behind one record of its journal: who owns it, and its floor.
struct PartitionSnapshot: WireValue {
    private static let version: UInt8 = 1

    /// Its `last` is the record behind which the state was taken.
    let fence: Fence
    let floor: Floor

    init(fence: Fence, floor: Floor) {
        self.fence = fence
        self.floor = floor
    }

    func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(fence)
        writer.write(floor)
    }

    init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of a partition's snapshot", at: reader.offset - 1)
        }
        fence = try reader.read()
        floor = try reader.read()
    }
}
