import Center
import Cluster
import ContactCenter
import Synchronization

/// Business and protocol time that pass only when a test says so.
final class ManualClock: ProtocolClock {
    static let start = Timestamp(microseconds: 1_800_000_000_000_000)

    private struct Sleeper {
        let ticket: UInt64
        let until: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var elapsed: Duration = .zero
        var nextTicket: UInt64 = 0
        var sleepers: [Sleeper] = []
        var cancelled: Set<UInt64> = []
    }

    private let state = Mutex(State())

    /// Protocol time.
    var now: Duration { state.withLock { $0.elapsed } }

    /// Business time, in step with protocol time.
    var business: Business { Business(clock: self) }

    func sleep(until time: Duration) async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Sleeper(ticket: ticket, until: time, continuation: continuation))
            }
        } onCancel: {
            cancel(ticket)
        }
    }

    /// How many tasks sleep.
    var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Lets time pass, and wakes whoever waited for it.
    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.elapsed += duration
            let now = state.elapsed
            defer { state.sleepers.removeAll { $0.until <= now } }
            return state.sleepers.filter { $0.until <= now }
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    private func enter(_ sleeper: Sleeper) {
        let immediate: Result<Void, any Error>? = state.withLock { state in
            if state.cancelled.contains(sleeper.ticket) { return .failure(CancellationError()) }
            if sleeper.until <= state.elapsed { return .success(()) }
            state.sleepers.append(sleeper)
            return nil
        }
        if let immediate { sleeper.continuation.resume(with: immediate) }
    }

    private func cancel(_ ticket: UInt64) {
        let sleeper: Sleeper? = state.withLock { state in
            guard let place = state.sleepers.firstIndex(where: { $0.ticket == ticket }) else {
                state.cancelled.insert(ticket)
                return nil
            }
            return state.sleepers.remove(at: place)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }

    struct Business: BusinessClock {
        let clock: ManualClock

        func now() -> Timestamp { ManualClock.start.advanced(by: clock.now) }

        func sleep(until instant: Timestamp) async throws {
            try await clock.sleep(until: ManualClock.start.duration(to: instant))
        }
    }
}
