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
        let stored = try await storedSnapshots()
        var replay = try await recovery.beginning(before: nil)
        guard replay.fence.last <= last else {
            throw CenterError(
                .unavailable, "The journal of \(recovery.partition) was trimmed beyond \(last) meanwhile; check again.")
        }
        check.start = replay.fence.last == .start ? nil : replay.fence.last
        var states: [JournalSequence: UInt64] = [:]
        var faults: [String] = []
        var matching = 0
        try await recovery.forEachEntry(after: replay.fence.last, through: last) { entry throws(CenterError) in
            guard entry.sequence == replay.fence.last.next else { throw recovery.gap(replay.fence.last, entry) }
            let before = replay.named
            try recovery.take(entry, into: &replay)
            if stored.contains(entry.sequence) {
                let state = PartitionSnapshot(fence: replay.fence, floor: replay.floor)
                states[entry.sequence] = Checksum.of(state.wireBytes())
            }
            // Only what a record has named is a snapshot: anything else that lies there is passed over.
            guard let named = replay.named, named != before, let state = states[named.sequence] else { return true }
            if state == named.checksum {
                matching += 1
            } else {
                faults.append("The snapshot at \(named.sequence) holds another state than the records up to there.")
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

    /// The places of the journal whose state something that is stored claims to hold.
    private func storedSnapshots() async throws(CenterError) -> Set<JournalSequence> {
        do { return Set(try await recovery.journal.snapshots().map(\.sequence)) } catch {
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
