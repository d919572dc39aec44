public import Wire

/// Names a snapshot: the place in the journal whose state it holds, and the hash that its bytes must have.
public struct SnapshotReference: Hashable, Sendable {
    /// The last record whose effects the snapshot holds.
    public let sequence: JournalSequence
    /// How many chunks there are.
    public let chunkCount: Int
    /// `Checksum` over all chunks in order.
    public let checksum: UInt64

    public init(sequence: JournalSequence, chunkCount: Int, checksum: UInt64) {
        self.sequence = sequence
        self.chunkCount = chunkCount
        self.checksum = checksum
    }
}

extension SnapshotReference: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(sequence.value)
        writer.write(chunkCount)
        writer.write(fixed: checksum)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        sequence = JournalSequence(try reader.readUInt64())
        chunkCount = try reader.readInt()
        guard chunkCount >= 0 else { throw WireError(.invalidValue, reading: "count of chunks", at: reader.offset) }
        checksum = try reader.readFixed()
    }
}
