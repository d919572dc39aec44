import ContactCenter
import History

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

    /// Looks at everything after a restart, and goes on.
    func recover() async throws(HarnessError) {
        phase = "recovering"
        record(.restarted)
        try await wait(atMost: 30_000_000) { $0.pool.channels.allSatisfy { $0 != nil } }
        try await readEverythingBack()
        phase = "playing"
        isResting = false
        let due = restingTimers
        restingTimers = []
        for timed in due { carryOut(timed) }
    }

    /// Lets no more contacts come in.
    func stopArriving() {
        nextArrival = nil
        isArriving = false
        arrivals = .trace(calls: [], next: 0)
    }
}
