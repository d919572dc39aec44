import Cluster
import Testing
import Wire

struct SnapshotReferenceTests {
    @Test(arguments: [0, 1, 63, 64, 1_000]) func isReadAsItWasWritten(count: Int) throws {
        let reference = SnapshotReference(sequence: JournalSequence(7), chunkCount: count, checksum: 9)
        #expect(try SnapshotReference(wireBytes: reference.wireBytes()) == reference)
    }

    @Test func aNegativeCountIsRefused() {
        let bytes = SnapshotReference(sequence: JournalSequence(7), chunkCount: -1, checksum: 9).wireBytes()
        #expect(throws: WireError.self) { try SnapshotReference(wireBytes: bytes) }
    }
}
