import ContactCenter
import History
import NIOCore

extension LoadRun {
    /// Opens contacts that wait throughout: in a queue that nobody serves.
    func park(_ count: Int) async throws(HarnessError) {
        phase = "parking contacts"
        let template = OpeningTemplate(
            channel: .voice, queue: GeneratedCenter.parkedQueue, attributes: Attributes(), requirement: nil,
            priority: nil)
        for _ in 0..<count {
            open(PlannedContact(at: 0, opening: template, handling: 0, wrapUp: 0, patience: nil), intended: now)
        }
        try await wait(atMost: 600_000_000) { $0.pool.isQuiet }
        phase = "playing"
    }

    /// Sends nothing any more but reads, until ``recover()`` is done: what falls due meanwhile waits.
    func rest() {
        isResting = true
    }

    /// Looks at everything after a restart, and goes on. What was asked before is answered first, if ever: a read
    /// beside it could tell of the time before.
    func recover() async throws(HarnessError) {
        phase = "recovering"
        record(.restarted)
        try await wait(atMost: 30_000_000) { $0.pool.channels.allSatisfy { $0 != nil } && $0.pool.isQuiet }
        try await readEverythingBack()
        phase = "playing"
        isResting = false
        let due = restingTimers
        restingTimers = []
        for timed in due { carryOut(timed) }
    }

    /// Begins to note when new contacts are accepted.
    func watchAcceptance() {
        acceptances = [:]
    }

    /// Waits for one more new contact to be accepted by a partition.
    ///
    /// - Returns: The longest time from `instant` on in which it accepted none.
    /// - Throws: ``HarnessError/Code/center`` when none is accepted within a minute.
    func longestWithoutAcceptance(
        in partition: UInt16, since instant: ContinuousClock.Instant
    ) async throws(HarnessError) -> Duration {
        let mark = now
        let from = mark - instant.duration(to: .now).wholeMicroseconds
        try await wait(atMost: 60_000_000) { ($0.acceptances?[partition]?.last ?? 0) > mark }
        let accepted = (acceptances?[partition] ?? []).filter { $0 > from }
        acceptances = nil
        guard let last = accepted.last, last > mark else {
            throw HarnessError(.center, "No new contact was accepted within a minute after the fault.")
        }
        let gaps = zip([from] + accepted, accepted).map { $1 - $0 }
        return .microseconds(gaps.max() ?? 0)
    }

    /// Has the first agents cease to read their streams, or go on.
    func stallStreams(ofAgents count: Int, _ isStalled: Bool) {
        for agent in agents.prefix(count) { _ = agent.channel?.setOption(.autoRead, value: !isStalled) }
    }

    /// Lets no more contacts come in.
    func stopArriving() {
        nextArrival = nil
        isArriving = false
        arrivals = .trace(calls: [], next: 0)
    }
}
