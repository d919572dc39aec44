import Cluster
import ContactCenter

extension PartitionHost {
    /// Has whatever is due happen, when it is due: one timer, set to the floor's next deadline.
    ///
    /// Nothing falls due while appends fail or stall, nor for as long again afterwards: nobody is to be punished for
    /// an answer that could not be taken. Nothing falls due either once the host drains.
    func keepTime() async throws {
        while phase != .draining {
            try Task.checkCancellation()
            guard let deadline = floor.nextDeadline else {
                timerTarget = nil
                try await timerSignal.wait()
                continue
            }
            let due = max(deadline, dueHold)
            if due > businessNow() {
                timerTarget = due
                try await sleep(until: due)
            } else if isStalled {
                try await progressSignal.wait()
            } else {
                carryOut(.advance)
                try await clock.sleep(until: clock.now + limits.timerPace)
            }
        }
    }

    /// Sets the timer to an earlier deadline, if there is one now.
    func setTimer() {
        guard let deadline = floor.nextDeadline else { return }
        guard timerTarget.map({ max(deadline, dueHold) < $0 }) ?? true else { return }
        timerTarget = deadline
        timerSignal.raise()
    }

    /// Answers callers whose time is up.
    func keepDeadlines() async throws {
        while true {
            try Task.checkCancellation()
            guard let earliest = earliestDeadline else {
                try await deadlineSignal.wait()
                continue
            }
            if earliest > clock.now {
                try await Self.firstOf(
                    { [clock] in try await clock.sleep(until: earliest) },
                    { [deadlineSignal] in try await deadlineSignal.wait() })
                continue
            }
            let (expired, next) = outputs.waiters.deadlines(at: clock.now)
            let (late, nextForwarded) = forwarded.waiters.deadlines(at: clock.now)
            for waiter in expired + late { waiter.answer(.failure(timedOut())) }
            earliestDeadline = [next, nextForwarded].compactMap { $0 }.min().map {
                max($0, clock.now + limits.deadlinePace)
            }
        }
    }

    private var isStalled: Bool {
        if stall != nil { return true }
        return commit.oldestAppend.map { clock.now - $0 > limits.stallThreshold } ?? false
    }

    private func sleep(until due: Timestamp) async throws {
        try await Self.firstOf(
            { [businessClock] in try await businessClock.sleep(until: due) },
            { [timerSignal] in try await timerSignal.wait() })
    }

    /// Runs two waits side by side and ends with the first.
    static func firstOf(
        _ one: @escaping @Sendable () async throws -> Void, _ other: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await one() }
            group.addTask { try await other() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
