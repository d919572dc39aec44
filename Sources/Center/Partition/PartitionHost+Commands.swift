import Cluster
public import ContactCenter
import Wire

extension PartitionHost {
    /// Carries out a command; returns once its result is durable.
    ///
    /// It is handled at once, in the order of the calls. Neither the deadline nor cancellation undoes it.
    ///
    /// - Parameter timeout: How long to wait for the result; nil for the usual time.
    /// - Throws: ``CenterError``; see ``CenterError/Code/leavesOutcomeUnknown``.
    public func submit(_ command: Command, within timeout: Duration? = nil) async throws(CenterError) -> CommandResult {
        try admit(command)
        let result = handle(command)
        try await durable(within: timeout)
        return try await outcome(of: result, to: command.id, within: timeout)
    }

    /// Carries out a command on behalf of an agent, who may touch only themselves, their offers, and contacts that
    /// they have; anything else is refused as not found.
    ///
    /// - Throws: ``CenterError``; see ``CenterError/Code/leavesOutcomeUnknown``.
    public func submit(
        _ command: Command, onBehalfOf agent: AgentID, within timeout: Duration? = nil
    ) async throws(CenterError) -> CommandResult {
        try admit(command)
        let result = floor.allows(command, by: agent) ? handle(command) : .refused(Self.notTheirs(agent))
        try await durable(within: timeout)
        return try await outcome(of: result, to: command.id, within: timeout)
    }

    /// Looks at the floor; returns once everything that it was computed from is durable, and it is known that nobody had
    /// taken the partition over by then.
    ///
    /// - Parameter body: Is handed the floor and the present business time.
    public func read<Output: Sendable>(
        within timeout: Duration? = nil, _ body: @Sendable (Floor, Timestamp) -> Output
    ) async throws(CenterError) -> Output {
        if let closure { throw closure }
        try checkStall()
        guard callerCount < limits.waitingOutputs else { throw overloaded() }
        let value = body(floor, businessNow())
        try await durable(within: timeout)
        return value
    }

    /// Business time, never before the floor's last event.
    func businessNow() -> Timestamp { max(businessClock.now(), floor.lastTime) }

    /// Refuses a command before the floor is touched, when there is no room for what it would bring.
    func admit(_ command: Command) throws(CenterError) {
        if let closure { throw closure }
        if stall?.isFull == true { throw journalFull() }
        try checkStall()
        guard callerCount < limits.waitingOutputs, commit.waitingBytes < limits.waitingBytes else {
            throw overloaded()
        }
        switch command.body {
        case .openContact:
            if room == .low {
                probeRoom()
                throw journalFull()
            }
        case .configure:
            let count = command.wireBytes().count
            guard count <= limits.commandBytes else { throw tooLong(count) }
        default: break
        }
    }

    /// Refuses what would have to wait for a journal that has taken nothing for too long.
    private func checkStall() throws(CenterError) {
        guard let stall, journal.overtaking != .impossible else { return }
        let time = clock.now - stall.began
        if time >= limits.stallPatience { throw stalled(stall.reason, for: time) }
    }

    /// Handles a command against memory: decides, and puts what it came to on its way.
    func handle(_ command: Command) -> CommandResult {
        floor.handle(command, now: businessNow(), into: &output)
        let result = output.result
        guard !output.events.isEmpty else {
            enqueueLetters(at: nil)
            return result
        }
        let place = commit.openPosition
        commit.add(command.id, output.events)
        enqueueNotices(at: place)
        enqueueLetters(at: place)
        settleForwarded()
        commitSignal.raise()
        summarySignal.raise()
        setTimer()
        return result
    }

    /// Handles a command of the host's own; nobody waits for its result.
    func carryOut(_ body: Command.Body) {
        _ = handle(Command(id: ids.next(at: businessNow()), body: body))
    }

    /// Waits until everything decided so far is durable, and it is known that nobody had taken over by now.
    func durable(within timeout: Duration?) async throws(CenterError) {
        guard commit.position > commit.confirmed || journal.overtaking != .impossible else { return }
        try await wait(stamp: stamp(), within: timeout)
    }

    /// Waits until everything decided so far is durable.
    func written(within timeout: Duration?) async throws(CenterError) {
        if commit.position > commit.confirmed { try await wait(stamp: 0, within: timeout) }
    }

    private func wait(stamp: UInt64, within timeout: Duration?) async throws(CenterError) {
        let waiter = makeWaiter(timeout)
        outputs.append(.answer(waiter), at: commit.position, stamp: stamp)
        keepDeadline(of: waiter)
        try await waiter.wait()
    }

    /// Sees to it that a waiter is answered when its time is up.
    func keepDeadline(of waiter: OutputWaiter) {
        guard earliestDeadline.map({ waiter.deadline < $0 }) ?? true else { return }
        earliestDeadline = waiter.deadline
        deadlineSignal.raise()
    }

    func makeWaiter(_ timeout: Duration?) -> OutputWaiter {
        OutputWaiter(deadline: clock.now + (timeout ?? limits.callTimeout))
    }

    private static func notTheirs(_ agent: AgentID) -> Refusal {
        Refusal(.notFound, "Agent \(agent) has no such contact or offer; look at what the agent has in hand.")
    }

    private func enqueueNotices(at place: JournalSequence) {
        guard !output.directives.isEmpty else { return }
        let count = noticeCount.sequence == place ? noticeCount.number : 0
        noticeCount = NoticePosition(sequence: place, number: count + UInt64(output.directives.count))
        outputs.append(
            .notices(output.directives, at: NoticePosition(sequence: place, number: count + 1)), at: place)
    }

    /// Asks the store, now and then, whether there is room again.
    private func probeRoom() {
        let now = clock.now
        guard now >= nextProbe, commit.waitingRecords == 0 else { return }
        nextProbe = now + limits.roomProbe
        commit.addProbe()
        commitSignal.raise()
    }
}
