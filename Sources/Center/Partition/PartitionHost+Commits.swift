import Cluster
import ContactCenter
import Logging

extension PartitionHost {
    /// Appends one record after another, until the task is cancelled or the partition must be given up.
    ///
    /// As many of these run side by side as appends may be under way.
    func commitRecords() async throws {
        while true {
            try Task.checkCancellation()
            if let repair = commit.repair, !isRepairing {
                isRepairing = true
                defer { isRepairing = false }
                try await carryOut(repair)
            } else if let record = commit.takeRecord(now: clock.now) {
                if limits.appendsInFlight > 1 { commitSignal.raise() }
                try await append(record)
            } else {
                try await commitSignal.wait()
            }
        }
    }

    private func append(_ record: JournalRecord) async throws {
        let start = (time: clock.now, business: businessNow(), stamp: currency.begin())
        let result: Result<JournalReceipt, JournalError>
        do { result = .success(try await journal.append(record)) } catch { result = .failure(error) }
        switch result {
        case .success(let receipt):
            room = receipt.room
            commit.received(receipt, for: record, now: clock.now)
            currency.found(end: receipt.sequence, since: start.stamp, confirmed: commit.confirmed)
            snapshots.passed(record.payload.count)
            if clock.now - start.time > limits.stallThreshold { putOff(since: start.business) }
            endStall()
            release()
            if snapshots.isDue { snapshotSignal.raise() }
        case .failure(let error):
            currency.failed()
            try received(error, for: record)
        }
    }

    private func received(_ error: JournalError, for record: JournalRecord) throws {
        guard error.code != .tooLarge else {
            throw give(
                up: CenterError(
                    .unavailable, "A record of \(partition) is longer than its journal takes: \(error.message)",
                    cause: error))
        }
        commit.received(error, for: record)
        let wasFull = error.code == .full
        if stall == nil {
            logger.warning(
                "append failed",
                metadata: ["partition": "\(partition)", "code": "\(error.code)", "reason": "\(error.message)"])
        }
        var stall =
            stall ?? Stall(since: businessNow(), began: clock.now, reason: error.message, isFull: wasFull)
        stall.failures += 1
        stall.isFull = wasFull
        stall.reason = error.message
        self.stall = stall
    }

    /// Finds out what became of the appends that failed, and has the rest sent again.
    private func carryOut(_ repair: CommitLog.Repair) async throws {
        switch repair {
        case .retry:
            try await backOff(after: stall?.failures ?? 1)
            commit.resend()
        case .readTail:
            try await backOff(after: (stall?.failures ?? 1) - 1)
            guard let tail = try await readTail() else { return }
            guard commit.resolve(tail) == .resumed else { throw give(up: movedAway()) }
            currency.advance(through: commit.confirmed)
            commit.resend()
            release()
            if commit.waitingRecords == 0 { endStall() }
        }
        commitSignal.raise()
    }

    /// Everything behind the last confirmed record; nil when the journal cannot be read now.
    ///
    /// - Throws: ``CenterError/Code/dataLoss`` when the journal does not hold the last confirmed record any more.
    private func readTail() async throws(CenterError) -> [JournalEntry]? {
        let confirmed = commit.confirmed
        let last = commit.lastConfirmed
        let start = last == nil ? confirmed : JournalSequence(confirmed.value - 1)
        var entries: [JournalEntry] = []
        do {
            while true {
                let more = try await journal.read(after: entries.last?.sequence ?? start, upTo: 1_048_576)
                entries += more
                if more.isEmpty || entries.count > commit.waitingRecords + 1 { break }
            }
            // The journal knows best when its end is to be believed: whoever answers may only not have caught up yet.
            if entries.isEmpty, last != nil { _ = try await journal.read(after: confirmed, upTo: 1) }
        } catch {
            if error.code == .corrupt { throw give(up: lostData(error.message, error)) }
            stall?.failures += 1
            stall?.reason = error.message
            return nil
        }
        guard let last else { return entries }
        guard !entries.isEmpty else {
            stall?.failures += 1
            return nil
        }
        guard entries.first?.record == last, entries.first?.sequence == confirmed else {
            throw give(up: lostData("sequence \(confirmed) is not there any more."))
        }
        return Array(entries.dropFirst())
    }

    private func backOff(after failures: Int) async throws {
        guard failures > 0 else { return }
        let factor = 1 << min(failures - 1, 16)
        try await clock.sleep(until: clock.now + min(limits.retryFloor * factor, limits.retryCeiling))
    }

    /// Lets go of everything whose place is durable and that the owner has computed.
    func release() {
        while let output = outputs.popReady(through: commit.confirmed, known: currency.known) {
            switch output {
            case .answer(let waiter): waiter.answer(.success(()))
            case .notices(let directives, let position): hub.release(directives, at: position)
            case .letters(let owed): letters.post(owed, at: clock.now)
            case .reset(let subscription, let item): subscription.begin(with: [item])
            }
        }
        if currency.needsLook { lookSignal.raise() }
        progressSignal.raise()
        snapshotProgress.raise()
    }

    private func endStall() {
        guard let stall, !commit.needsRepair else { return }
        putOff(since: stall.since)
        self.stall = nil
        logger.notice(
            "appends succeed again", metadata: ["partition": "\(partition)", "failures": "\(stall.failures)"])
    }

    /// Puts everything that falls due off by the time since `instant`, in which nothing could be made durable.
    func putOff(since instant: Timestamp) {
        let now = businessNow()
        let lost = min(instant.duration(to: now), limits.stallAllowance)
        dueHold = max(dueHold, now.advanced(by: lost))
    }
}
