import Cluster
import ContactCenter
import Wire

extension JournalReplay {
    /// How often a comparison begins anew because what it reads was trimmed meanwhile.
    private static let attempts = 3

    /// Compares a partition's live state with what the journal comes to at the same place.
    ///
    /// The replay begins as far back as the journal reaches; each snapshot on the way must hold what the replay has come
    /// to there. Whatever cannot be read or does not fit is a difference.
    ///
    /// - Throws: ``CenterError`` with `unavailable` when the journal cannot be reached.
    @concurrent
    func compare(with live: PartitionSnapshot) async throws(CenterError) -> PartitionCheck {
        for _ in 1..<Self.attempts {
            do throws(CenterError) { return try await compareOnce(with: live) } catch {
                guard error.code == .unavailable else { throw error }
            }
        }
        return try await compareOnce(with: live)
    }

    private func compareOnce(with live: PartitionSnapshot) async throws(CenterError) -> PartitionCheck {
        var check = PartitionCheck(
            partition: live.fence.partition, epoch: live.fence.epoch, position: live.fence.last)
        let bytes = live.wireBytes()
        check.bytes = bytes.count
        do throws(CenterError) {
            let replay = try await replay(through: live.fence.last, noting: &check)
            let replayed = PartitionSnapshot(fence: replay.fence, floor: replay.floor)
            if replayed.wireBytes() != bytes {
                check.differences += StateDifference.accounts(live: live, replayed: replayed)
            }
        } catch {
            guard error.code == .dataLoss else { throw error }
            check.differences.append(error.message)
        }
        return check
    }

    private func replay(
        through last: JournalSequence, noting check: inout PartitionCheck
    ) async throws(CenterError) -> PartitionReplay {
        var stored = try await storedSnapshots()
        var replay = try await recovery.beginning(before: nil)
        guard replay.fence.last <= last else {
            throw CenterError(
                .unavailable, "The journal of \(recovery.partition) was trimmed beyond \(last) meanwhile; check again.")
        }
        check.start = replay.fence.last == .start ? nil : replay.fence.last
        stored[replay.fence.last] = nil
        var faults: [String] = []
        var matching = 0
        try await recovery.forEachEntry(after: replay.fence.last, through: last) { entry throws(CenterError) in
            guard entry.sequence == replay.fence.last.next else { throw recovery.gap(replay.fence.last, entry) }
            try recovery.take(entry, into: &replay)
            guard let reference = stored[entry.sequence] else { return true }
            let state = PartitionSnapshot(fence: replay.fence, floor: replay.floor)
            if Checksum.of(state.wireBytes()) == reference.checksum {
                matching += 1
            } else {
                faults.append("The snapshot at \(entry.sequence) holds another state than the records up to there.")
            }
            return true
        }
        check.snapshots = matching
        check.differences += faults
        check.records = Int(replay.fence.last.value - (check.start ?? .start).value)
        check.voidRecords = replay.voidRecords
        check.events = replay.events
        return replay
    }

    private func storedSnapshots() async throws(CenterError) -> [JournalSequence: SnapshotReference] {
        do {
            let references = try await recovery.journal.snapshots()
            return Dictionary(references.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
        } catch {
            throw PartitionRecovery.failure(error, "The snapshots of \(recovery.partition) cannot be listed.")
        }
    }
}

extension PartitionRecovery {
    /// That there is nothing behind `last` where `entry` should follow.
    fileprivate func gap(_ last: JournalSequence, _ entry: JournalEntry) -> CenterError {
        CenterError(
            .dataLoss,
            "Record \(last.next) of \(partition) is missing: record \(entry.sequence) comes next. Restore the journal from "
                + "a backup.")
    }
}
