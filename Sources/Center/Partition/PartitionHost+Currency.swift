import Cluster

extension PartitionHost {
    /// A stamp for an output computed now; sees to it that it becomes known.
    func stamp() -> UInt64 {
        guard journal.overtaking != .impossible else { return 0 }
        defer { if !commit.hasUnsent { lookSignal.raise() } }
        return currency.stamp()
    }

    /// Looks whether another has taken over, whenever outputs wait to hear of that and no record is about to be sent
    /// that would tell.
    func lookForOthers() async throws {
        while true {
            try Task.checkCancellation()
            guard currency.needsLook, !commit.hasUnsent else {
                try await lookSignal.wait()
                continue
            }
            if journal.overtaking == .seenInEnd {
                try await lookAtEnd()
            } else {
                commit.addProbe()
                commitSignal.raise()
            }
        }
    }

    private func lookAtEnd() async throws {
        let confirmed = commit.confirmed
        let stamp = currency.begin()
        let end: JournalSequence
        do { end = try await journal.end() } catch {
            currency.failed()
            return try await clock.sleep(until: clock.now + limits.retryFloor)
        }
        guard end >= confirmed else {
            throw give(up: lostData("it ends at sequence \(end), before \(confirmed)."))
        }
        guard end <= commit.fence.last else { throw give(up: movedAway()) }
        currency.found(end: end, since: stamp, confirmed: commit.confirmed)
        release()
    }
}
