public import Cluster

/// Records and snapshots for tests of journals.
public enum JournalSample {
    /// The partition that every sample belongs to.
    public static let partition = PartitionID(site: "fra", number: 0)

    /// A record behind `sequence`, its payload made of `count` bytes that differ from record to record.
    public static func record(
        follows sequence: UInt64, count: Int = 100, kind: JournalRecord.Kind = .commands, epoch: Epoch = 1,
        incarnation: Incarnation = 7
    ) -> JournalRecord {
        JournalRecord(
            partition: partition, epoch: epoch, incarnation: incarnation, id: sequence + 1,
            follows: JournalSequence(sequence), kind: kind,
            payload: bytes(count, seed: UInt8(truncatingIfNeeded: sequence &* 31)))
    }

    /// A snapshot at `sequence` of `count` bytes.
    public static func snapshot(at sequence: UInt64, count: Int) -> Snapshot {
        Snapshot(of: bytes(count, seed: UInt8(truncatingIfNeeded: sequence)), at: JournalSequence(sequence))
    }

    /// `count` bytes that depend on `seed`.
    public static func bytes(_ count: Int, seed: UInt8) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) ^ seed }
    }
}
