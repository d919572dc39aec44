import Cluster
import JournalConformance
import Testing
import Wire

@Suite struct FenceTests {
    private let partition = JournalSample.partition

    private func record(
        _ kind: JournalRecord.Kind, _ epoch: Epoch, _ incarnation: Incarnation, follows: UInt64
    ) -> JournalRecord {
        JournalSample.record(follows: follows, kind: kind, epoch: epoch, incarnation: incarnation)
    }

    /// A fence that incarnation 7 has taken over with epoch 1, at place 1.
    private func owned() -> Fence {
        var fence = Fence(partition: partition)
        #expect(fence.admit(record(.takeover, 1, 7, follows: 0)) == .takesOver)
        return fence
    }

    @Test func `The first takeover has epoch 1`() {
        var fence = Fence(partition: partition)
        #expect(fence.admit(record(.takeover, 2, 7, follows: 0)) == .void(.epochTaken))
        #expect(fence.admit(record(.takeover, 1, 7, follows: 1)) == .takesOver)
        #expect(fence.isOwner(epoch: 1, incarnation: 7))
        #expect(fence.last == JournalSequence(2))
    }

    @Test func `Nothing counts before the first takeover`() {
        var fence = Fence(partition: partition)
        #expect(fence.admit(record(.commands, 0, 0, follows: 0)) == .void(.notOwner))
        #expect(!fence.isOwner(epoch: 0, incarnation: 0))
    }

    @Test func `The owner's records count`() {
        var fence = owned()
        #expect(fence.admit(record(.commands, 1, 7, follows: 1)) == .counts)
        #expect(fence.admit(record(.snapshot, 1, 7, follows: 2)) == .counts)
        #expect(fence.last == JournalSequence(3))
    }

    @Test func `A record of another incarnation of the same epoch is void`() {
        var fence = owned()
        #expect(fence.admit(record(.commands, 1, 8, follows: 1)) == .void(.notOwner))
    }

    @Test func `An old owner's record is void behind a takeover`() {
        var fence = owned()
        #expect(fence.admit(record(.takeover, 2, 8, follows: 1)) == .takesOver)
        #expect(fence.admit(record(.commands, 1, 7, follows: 2)) == .void(.notOwner))
        #expect(fence.admit(record(.commands, 2, 8, follows: 3)) == .counts)
    }

    @Test(arguments: [0, 1, 3] as [Epoch]) func `A takeover that skips or repeats an epoch is void`(epoch: Epoch) {
        var fence = owned()
        #expect(fence.admit(record(.takeover, epoch, 8, follows: 1)) == .void(.epochTaken))
        #expect(fence.isOwner(epoch: 1, incarnation: 7))
    }

    @Test func `A record that does not follow the one before it is void and keeps its place`() {
        var fence = owned()
        #expect(fence.admit(record(.commands, 1, 7, follows: 0)) == .void(.otherPlace))
        #expect(fence.admit(record(.commands, 1, 7, follows: 1)) == .void(.otherPlace))
        #expect(fence.admit(record(.commands, 1, 7, follows: 3)) == .counts)
    }

    @Test func `Nothing counts behind the seal, a takeover neither`() {
        var fence = owned()
        #expect(fence.admit(record(.sealed, 1, 7, follows: 1)) == .counts)
        #expect(fence.admit(record(.commands, 1, 7, follows: 2)) == .void(.sealed))
        #expect(fence.admit(record(.takeover, 2, 8, follows: 3)) == .void(.sealed))
        #expect(!fence.isOwner(epoch: 1, incarnation: 7))
    }

    @Test func `A stranger's seal is void`() {
        var fence = owned()
        #expect(fence.admit(record(.sealed, 1, 8, follows: 1)) == .void(.notOwner))
        #expect(!fence.isSealed)
    }

    @Test func `A record of another partition is void`() {
        var fence = Fence(partition: PartitionID(site: "nyc", number: 3))
        #expect(fence.admit(record(.takeover, 1, 7, follows: 0)) == .void(.otherPartition))
    }

    @Test func `Comes back from its bytes`() throws {
        var fence = owned()
        _ = fence.admit(record(.commands, 1, 7, follows: 1))
        #expect(try Fence(wireBytes: fence.wireBytes()) == fence)
    }

    @Test func `Every cut of its bytes is refused`() {
        let bytes = owned().wireBytes()
        for count in bytes.indices {
            #expect(throws: WireError.self) { try Fence(wireBytes: Array(bytes[..<count])) }
        }
    }
}
