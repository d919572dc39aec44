import Cluster
import ContactCenter
import Logging

extension PartitionHost {
    /// Opens the journal, rebuilds the floor from it, and decides on the takeover record.
    ///
    /// - Parameter isHeir: Whether to wait for the word in between, and read what was written until then.
    func recover(asHeir isHeir: Bool) async throws {
        phase = .recovering
        let start = clock.now
        let condition: JournalCondition
        do { condition = try await journal.open() } catch {
            throw PartitionRecovery.failure(error, "The journal of \(partition) cannot be opened.")
        }
        room = condition.room
        var outcome = try await recovery.recover(condition)
        var waited: Duration = .zero
        if isHeir {
            let caughtUp = clock.now
            try await waitForWord()
            waited = clock.now - caughtUp
            try await recovery.goOn(&outcome)
        }
        outcome.report.duration = clock.now - start - waited
        report = outcome.report
        guard !outcome.replay.fence.isSealed else {
            throw CenterError(
                .movedAway,
                "The journal of \(partition) is sealed at sequence \(outcome.report.last): it goes on elsewhere."
            )
        }
        floor = outcome.replay.floor
        snapshots = SnapshotPace(
            limits: limits, isShared: journal.overtaking != .impossible, latest: outcome.replay.named,
            records: report.records, bytes: outcome.replay.bytes)
        hub = NoticeHub(log: outcome.replay.notices, bound: limits.noticesWaiting)
        commit = CommitLog(fence: outcome.replay.fence, incarnation: incarnation, limits: limits)
        oweAgain()
        logRecovery()
    }

    private func waitForWord() async throws {
        isCaughtUp = true
        for heir in heirs { heir.answer(.success(())) }
        heirs = []
        try await wordSignal.wait()
        if isOvertaken { throw movedAway() }
    }

    /// Whatever is owed by the state alone is said again once the takeover is durable.
    private func oweAgain() {
        let owed = floor.outstanding()
        noticeCount = NoticePosition(sequence: commit.position, number: UInt64(owed.count))
        if !owed.isEmpty {
            let place = NoticePosition(sequence: commit.position, number: 1)
            outputs.append(.notices(owed, at: place), at: commit.position)
        }
        let letters = floor.owedLetters()
        if !letters.isEmpty { outputs.append(.letters(letters), at: commit.position) }
    }

    /// The streams that were attached ended with the process that held them.
    func detachStreams() {
        for (agent, incarnation) in floor.attachedStreams() {
            carryOut(.detachStream(agent, incarnation: incarnation))
        }
    }

    private func logRecovery() {
        logger.info(
            "partition recovered",
            metadata: [
                "partition": "\(partition)", "last": "\(report.last)", "records": "\(report.records)",
                "void": "\(report.voidRecords)", "events": "\(report.events)",
                "snapshot": "\(report.snapshot?.description ?? "none")", "duration": "\(report.duration)",
                "damage": "\(report.damage ?? "none")", "liveContacts": "\(floor.figures.live)",
            ])
        for reason in report.passedOver {
            logger.warning("snapshot passed over", metadata: ["partition": "\(partition)", "reason": "\(reason)"])
        }
    }
}
