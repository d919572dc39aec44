import Cluster
public import Wire

/// A piece of a backup on its way from the partition's owner to the node that was asked for it.
public struct BackupPiece: WireValue {
    /// At most as many bytes as a snapshot's chunk.
    public let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public func write(to writer: inout WireWriter) {
        writer.write(bytes: bytes)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        bytes = try reader.readBytes(bound: Snapshot.chunkBound)
    }
}
