import Wire

/// A partition's whole state at one place of its journal, in chunks.
public struct Snapshot: Hashable, Sendable {
    /// The longest chunk, in bytes.
    public static let chunkBound = 524_288

    /// Names the snapshot: its place, how many chunks it has, and their checksum.
    public let reference: SnapshotReference
    /// The bytes in order, at most ``chunkBound`` each.
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
        guard chunks.count == reference.chunkCount, Checksum.of(Self.joined(chunks)) == reference.checksum else {
            throw JournalError(
                .corrupt, "The snapshot at sequence \(reference.sequence) does not have the bytes it was named with.")
        }
        self.reference = reference
        self.chunks = chunks
    }

    /// All chunks put together. Complexity: O(bytes).
    public var bytes: [UInt8] { Self.joined(chunks) }

    private static func joined(_ chunks: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunks.reduce(0) { $0 + $1.count })
        for chunk in chunks { bytes.append(contentsOf: chunk) }
        return bytes
    }
}
