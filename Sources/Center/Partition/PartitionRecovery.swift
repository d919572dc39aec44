import Cluster
import ContactCenter
import Wire

/// Reads a partition back from its journal: the newest snapshot that counts, then every record behind it.
struct PartitionRecovery {
    private static let readBytes = 4_194_304

    let partition: PartitionID
    /// The number of the partition that is part of every id its floor gives out.
    let floorNumber: UInt16
    let journal: any Journal
    let limits: PartitionLimits

    /// What was read, and how it went.
    struct Outcome {
        var replay: PartitionReplay
        var report: RecoveryReport
    }

    /// Reads everything up to `last`, or to the journal's end.
    ///
    /// - Throws: ``CenterError/Code/dataLoss`` when neither a snapshot nor the records from the start are there;
    ///   ``CenterError/Code/unavailable`` when that cannot be said now, since nobody answers, or another trims meanwhile.
    func recover(
        _ condition: JournalCondition, through last: JournalSequence? = nil
    ) async throws(CenterError) -> Outcome {
        var report = RecoveryReport()
        report.damage = condition.damage
        let replay = try await begin(condition, through: last ?? condition.last, &report)
        report.snapshot = replay.named?.sequence
        var outcome = Outcome(replay: replay, report: report)
        try await goOn(&outcome, through: last)
        return outcome
    }

    /// Reads on from where an outcome ends, up to `last` or to the journal's end.
    func goOn(_ outcome: inout Outcome, through last: JournalSequence? = nil) async throws(CenterError) {
        let start = outcome.replay.fence.last
        try await forEachEntry(after: start, through: last) { entry throws(CenterError) in
            try take(entry, into: &outcome.replay)
            return true
        }
        let replay = outcome.replay
        outcome.report.records += Int(replay.fence.last.value - start.value)
        outcome.report.voidRecords = replay.voidRecords
        outcome.report.commands = replay.commands
        outcome.report.events = replay.events
        outcome.report.last = replay.fence.last
    }

    /// Calls `body` with each record behind `sequence`, in order, until it returns false.
    func forEachEntry(
        after sequence: JournalSequence, through last: JournalSequence? = nil,
        _ body: (JournalEntry) throws(CenterError) -> Bool
    ) async throws(CenterError) {
        var place = sequence
        while true {
            let entries: [JournalEntry]
            do { entries = try await journal.read(after: place, upTo: Self.readBytes) } catch {
                throw Self.failure(error, "The journal of \(partition) cannot be read behind sequence \(place).")
            }
            for entry in entries {
                if let last, entry.sequence > last { return }
                guard try body(entry) else { return }
                place = entry.sequence
            }
            if entries.isEmpty { return }
        }
    }

    /// Goes on by one record.
    func take(_ entry: JournalEntry, into replay: inout PartitionReplay) throws(CenterError) {
        do throws(WireError) { try replay.take(entry) } catch { throw unreadable(entry, error) }
        guard let misfit = replay.misfit else { return }
        throw CenterError(
            .dataLoss,
            "Record \(entry.sequence) of \(partition): \(misfit); records before it are missing or were written by "
                + "another program. Restore the journal from a backup.")
    }

    /// Begins as far back as the journal reaches, or, when `last` is given, as near before it as a snapshot is.
    func beginning(before last: JournalSequence?) async throws(CenterError) -> PartitionReplay {
        let stored: [SnapshotReference]
        do { stored = try await journal.snapshots() } catch {
            throw Self.failure(error, "The snapshots of \(partition) cannot be listed.")
        }
        let near = last.map { last in stored.filter { $0.sequence <= last } } ?? []
        if last == nil || near.isEmpty, await reachesToStart() {
            return replayFromStart
        }
        for reference in last == nil ? stored.reversed() : near {
            do throws(CenterError) { return replay(of: try await countingSnapshot(reference), reference) } catch {
                guard error.code != .unavailable else { throw error }
            }
        }
        throw CenterError(
            .dataLoss, "The journal of \(partition) does not reach back so far: what was before was trimmed.")
    }

    /// Begins as near before an instant as a snapshot is, and otherwise with the first record.
    ///
    /// - Throws: ``CenterError/Code/invalid`` when the journal does not reach back so far.
    func beginning(at instant: Timestamp) async throws(CenterError) -> PartitionReplay {
        let stored: [SnapshotReference]
        do { stored = try await journal.snapshots() } catch {
            throw Self.failure(error, "The snapshots of \(partition) cannot be listed.")
        }
        for reference in stored {
            do throws(CenterError) {
                let snapshot = try await countingSnapshot(reference)
                if snapshot.floor.lastTime <= instant { return replay(of: snapshot, reference) }
            } catch {
                guard error.code != .unavailable else { throw error }
            }
        }
        guard await reachesToStart() else {
            throw CenterError(
                .invalid,
                "The journal of \(partition) does not reach back so far: what was before was trimmed. Ask about a later "
                    + "instant.")
        }
        return replayFromStart
    }

    private func replay(of snapshot: PartitionSnapshot, _ reference: SnapshotReference) -> PartitionReplay {
        PartitionReplay(
            floor: snapshot.floor, fence: snapshot.fence, snapshot: reference, noticesFrom: JournalSequence(.max),
            noticesKept: 1)
    }

    private var replayFromStart: PartitionReplay {
        PartitionReplay(
            floor: Floor(partition: floorNumber), fence: Fence(partition: partition), snapshot: nil,
            noticesFrom: JournalSequence(.max), noticesKept: 1)
    }

    private func reachesToStart() async -> Bool {
        (try? await journal.read(after: .start, upTo: 1)) != nil
    }

    private func begin(
        _ condition: JournalCondition, through last: JournalSequence, _ report: inout RecoveryReport
    ) async throws(CenterError) -> PartitionReplay {
        let horizon = last.value > UInt64(limits.noticesKept) ? last.value - UInt64(limits.noticesKept) : 0
        let stored = try await candidates(condition)
        for reference in stored {
            do throws(CenterError) {
                guard reference.sequence <= last else {
                    throw CenterError(.dataLoss, "it lies behind the last record that is read, \(last)")
                }
                let snapshot = try await countingSnapshot(reference)
                return PartitionReplay(
                    floor: snapshot.floor, fence: snapshot.fence, snapshot: reference,
                    noticesFrom: JournalSequence(horizon), noticesKept: limits.noticesKept)
            } catch {
                // What cannot be read now may be whole.
                guard error.code != .unavailable else { throw error }
                report.passedOver.append("snapshot at \(reference.sequence): \(error.message)")
            }
        }
        guard condition.trimmed == .start else {
            guard try await candidates(condition) == stored else {
                throw CenterError(
                    .unavailable, "The journal of \(partition) was trimmed while its snapshots were read; try again.")
            }
            throw CenterError(
                .dataLoss,
                "The journal of \(partition) begins behind sequence \(condition.trimmed), and no snapshot before it "
                    + "can be used: \(report.passedOver.joined(separator: "; ")). Restore the journal from a backup.")
        }
        return PartitionReplay(
            floor: Floor(partition: floorNumber), fence: Fence(partition: partition), snapshot: nil,
            noticesFrom: JournalSequence(horizon), noticesKept: limits.noticesKept)
    }

    private func candidates(_ condition: JournalCondition) async throws(CenterError) -> [SnapshotReference] {
        do {
            return try await journal.snapshots().filter { $0.sequence >= condition.trimmed }
        } catch {
            throw Self.failure(error, "The snapshots of \(partition) cannot be listed.")
        }
    }

    /// Reads a snapshot and makes sure that a record of its owner names it.
    private func countingSnapshot(_ reference: SnapshotReference) async throws(CenterError) -> PartitionSnapshot {
        let stored: Snapshot
        do { stored = try await journal.snapshot(reference) } catch { throw Self.failure(error, error.message) }
        let snapshot: PartitionSnapshot
        do { snapshot = try PartitionSnapshot(wireBytes: stored.bytes) } catch {
            throw CenterError(.dataLoss, "its bytes do not spell a partition (\(error))", cause: error)
        }
        guard snapshot.fence.partition == partition, snapshot.fence.last == reference.sequence else {
            throw CenterError(.dataLoss, "it holds another partition or place than its name says")
        }
        guard try await isNamed(reference, behind: snapshot.fence) else {
            throw CenterError(.dataLoss, "no record names it, so it never counted")
        }
        return snapshot
    }

    private func isNamed(_ reference: SnapshotReference, behind fence: Fence) async throws(CenterError) -> Bool {
        var fence = fence
        var isNamed = false
        let name = reference.wireBytes()
        try await forEachEntry(after: reference.sequence) { entry throws(CenterError) in
            let verdict = fence.admit(entry.record)
            isNamed = verdict == .counts && entry.record.kind == .snapshot && entry.record.payload == name
            return !isNamed
        }
        return isNamed
    }

    private func unreadable(_ entry: JournalEntry, _ error: WireError) -> CenterError {
        CenterError(
            .dataLoss,
            "Record \(entry.sequence) of \(partition) is whole but cannot be read (\(error)); it may be of a newer "
                + "program. Start a newer program, or restore the journal from a backup.", cause: error)
    }

    /// An error of the journal as one of the center.
    static func failure(_ error: JournalError, _ message: String) -> CenterError {
        switch error.code {
        case .corrupt: CenterError(.dataLoss, "\(message) \(error.message)", cause: error)
        case .full: CenterError(.journalFull, "\(message) \(error.message)", cause: error)
        default: CenterError(.unavailable, "\(message) \(error.message)", cause: error)
        }
    }
}
