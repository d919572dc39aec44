import Cluster
import Logging

extension PartitionHost {
    /// Tells the host to end well, as a graceful shutdown does: it refuses whatever is new, makes durable and answers
    /// what it has taken on, and then ``run()`` returns. Another owner may take over at once. Returns at once.
    public nonisolated func handOver() {
        endSignal.raise()
    }

    /// Ends the host at once, for another is known to own the partition: nothing more is released, and ``run()`` ends
    /// with `movedAway`.
    public func stepDown() {
        isOvertaken = true
        wordSignal.raise()
        endSignal.raise()
        progressSignal.raise()
    }

    /// Once the host is told to end: refuses whatever is new, waits until all that was decided is durable and its
    /// callers have their answers, and ends ``run()``.
    ///
    /// A journal that takes nothing cannot hold the end up for longer than ``PartitionLimits/drainLimit``; callers
    /// that still wait then learn that the outcome is unknown.
    func endWhenAsked() async throws {
        try await endSignal.wait()
        if !isOvertaken {
            phase = .draining
            closure = Self.draining
            logger.notice(
                "partition draining",
                metadata: ["partition": "\(partition)", "waitingRecords": "\(commit.waitingRecords)"])
            let limit = clock.now + limits.drainLimit
            try await Self.firstOf(
                { try await self.waitUntilAllIsAnswered() }, { [clock] in try await clock.sleep(until: limit) })
        }
        if isOvertaken { throw give(up: movedAway()) }
        stop(Self.ended)
        throw CancellationError()
    }

    private func waitUntilAllIsAnswered() async throws {
        while !isOvertaken, commit.confirmed < commit.position || !outputs.isEmpty {
            try await progressSignal.wait()
        }
    }
}
