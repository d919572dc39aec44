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
        chunkCount = try reader.readCount()
        checksum = try reader.readFixed()
    }
}

/// A partition's whole state at one place of its journal, in chunks.
public struct Snapshot: Hashable, Sendable {
    /// The longest chunk, in bytes.
    public static let chunkBound = 524_288

    public let reference: SnapshotReference
    public let chunks: [[UInt8]]

    /// Cuts `bytes` into chunks and names the result.
    public init(of bytes: [UInt8], at sequence: JournalSequence) {
        chunks = stride(from: 0, to: bytes.count, by: Self.chunkBound).map { start in
            Array(bytes[start..<min(start + Self.chunkBound, bytes.count)])
        }
        reference = SnapshotReference(sequence: sequence, chunkCount: chunks.count, checksum: Checksum.of(bytes))
    }

    /// Puts together what was read back.
    ///
    /// - Throws: ``JournalError/Code/corrupt`` when count or checksum are not what the reference says.
    public init(reference: SnapshotReference, chunks: [[UInt8]]) throws(JournalError) {
        guard chunks.count == reference.chunkCount, Checksum.of(Array(chunks.joined())) == reference.checksum else {
            throw JournalError(
                .corrupt, "The snapshot at sequence \(reference.sequence) does not have the bytes it was named with.")
        }
        self.reference = reference
        self.chunks = chunks
    }

    /// All chunks put together.
    public var bytes: [UInt8] { Array(chunks.joined()) }
}
