public import Cluster
public import ContactCenter
import Wire

/// Answers questions about the past of a partition from its journal, as far back as that reaches.
public struct JournalReplay: Sendable {
    let recovery: PartitionRecovery

    /// - Parameters:
    ///   - journal: An open journal; it is only read.
    ///   - floorNumber: The number that is part of every id the partition gives out.
    public init(partition: PartitionID, floorNumber: UInt16, journal: any Journal) {
        var limits = PartitionLimits()
        limits.noticesKept = 1
        recovery = PartitionRecovery(
            partition: partition, floorNumber: floorNumber, journal: journal, limits: limits)
    }

    /// The floor as it was behind a record.
    ///
    /// - Throws: ``CenterError/Code/dataLoss`` when the journal does not reach back so far.
    @concurrent
    public func floor(at sequence: JournalSequence) async throws(CenterError) -> Floor {
        var replay = try await recovery.beginning(before: sequence)
        try await recovery.forEachEntry(after: replay.fence.last, through: sequence) { entry throws(CenterError) in
            try recovery.take(entry, into: &replay)
            return true
        }
        return replay.floor
    }

    /// Why a contact was where it was when it was last seen; nil when the journal does not know it.
    @concurrent
    public func explain(_ contact: ContactID) async throws(CenterError) -> Explanation? {
        var replay = try await recovery.beginning(before: nil)
        replay.watch(contact)
        try await recovery.forEachEntry(after: replay.fence.last) { entry throws(CenterError) in
            try recovery.take(entry, into: &replay)
            return replay.lastSeen == nil
        }
        return replay.lastSeen ?? replay.floor.explain(contact, now: replay.floor.lastTime)
    }

    /// Why a contact was where it was at an instant; nil when the partition did not have it then.
    ///
    /// - Throws: ``CenterError/Code/invalid`` when the journal does not reach back so far.
    @concurrent
    public func explain(_ contact: ContactID, at instant: Timestamp) async throws(CenterError) -> Explanation? {
        var replay = try await recovery.beginning(at: instant)
        replay.end(with: instant)
        try await recovery.forEachEntry(after: replay.fence.last) { entry throws(CenterError) in
            try recovery.take(entry, into: &replay)
            return !replay.hasEnded
        }
        return replay.floor.explain(contact, now: instant)
    }
}
