import Cluster
import Testing

@testable import Center

struct SnapshotPaceTests {
    private static let limits: PartitionLimits = {
        var limits = PartitionLimits()
        limits.snapshotRecords = 100
        limits.snapshotBytes = 10_000_000
        limits.earlySnapshotRecords = 10
        return limits
    }()

    private static func snapshot(chunks: Int) -> SnapshotReference {
        SnapshotReference(sequence: JournalSequence(1), chunkCount: chunks, checksum: 7)
    }

    @Test func oneIsDueAfterSoManyRecordsOrBytes() {
        var pace = SnapshotPace(limits: Self.limits)
        for _ in 0..<99 { pace.passed(1) }
        #expect(!pace.isDue)
        pace.passed(1)
        #expect(pace.isDue)
        pace.begin()
        #expect(!pace.isDue)
        pace.passed(10_000_000)
        #expect(pace.isDue)
    }

    @Test func whatWasReadAtARecoveryCounts() {
        #expect(SnapshotPace(limits: Self.limits, records: 100).isDue)
        #expect(SnapshotPace(limits: Self.limits, bytes: 10_000_000).isDue)
    }

    @Test func whereOthersMayTakeOverItIsDueOnceTheTailIsHalfAsLongAsTheSnapshot() {
        let latest = Self.snapshot(chunks: 2)
        var pace = SnapshotPace(limits: Self.limits, isShared: true, latest: latest, records: 10)
        #expect(!pace.isDue)
        pace.passed(Snapshot.chunkBound)
        #expect(pace.isDue)
        #expect(!SnapshotPace(limits: Self.limits, latest: latest, records: 11, bytes: Snapshot.chunkBound).isDue)
        #expect(SnapshotPace(limits: Self.limits, isShared: true, records: 10).isDue)
    }

    @Test func aSnapshotThatCountsNamesTheOneBefore() {
        var pace = SnapshotPace(limits: Self.limits)
        #expect(pace.named(Self.snapshot(chunks: 1)) == nil)
        #expect(pace.named(Self.snapshot(chunks: 2)) == JournalSequence(1))
    }
}
