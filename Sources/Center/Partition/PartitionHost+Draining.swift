import Cluster
import Logging

extension PartitionHost {
    /// Once the host is told to end: refuses whatever is new, waits until all that was decided is durable and its
    /// callers have their answers, and ends ``run()``.
    ///
    /// A journal that takes nothing cannot hold the end up for longer than ``PartitionLimits/drainLimit``; callers
    /// that still wait then learn that the outcome is unknown.
    func drain() async throws {
        try await drainSignal.wait()
        phase = .draining
        closure = Self.draining
        logger.notice(
            "partition draining",
            metadata: ["partition": "\(partition)", "waitingRecords": "\(commit.waitingRecords)"])
        let limit = clock.now + limits.drainLimit
        try await Self.firstOf(
            { try await self.waitUntilAllIsDurable() }, { [clock] in try await clock.sleep(until: limit) })
        _ = give(up: Self.ended)
        throw CancellationError()
    }

    private func waitUntilAllIsDurable() async throws {
        while commit.confirmed < commit.position { try await progressSignal.wait() }
    }
}
