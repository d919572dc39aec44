public import Cluster
import Synchronization

/// Time that stands still until it is moved on: the clock of everything in a simulated node.
public final class VirtualTime: ProtocolClock {
    private struct Sleeper {
        let id: UInt64
        let until: Duration
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var now: Duration
        var lastID: UInt64 = 0
        var sleepers: [Sleeper] = []
        var cancelled: Set<UInt64> = []
    }

    private let state: Mutex<State>

    /// Time begins at `start` after its origin.
    public init(start: Duration = .zero) {
        state = Mutex(State(now: start))
    }

    public var now: Duration { state.withLock { $0.now } }

    public func sleep(until time: Duration) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let slept = await withTaskCancellationHandler {
            await withCheckedContinuation { enter(Sleeper(id: id, until: time, continuation: $0)) }
        } onCancel: {
            cancel(id)
        }
        if !slept { throw CancellationError() }
    }

    /// Moves on to the moment at which the first sleeper wakes, and wakes all that are due then.
    ///
    /// - Returns: False when nobody sleeps, or not before `limit`; time then stands where it stood.
    public func moveOn(before limit: Duration = .seconds(1_000_000_000)) -> Bool {
        let due: [Sleeper]? = state.withLock { state in
            guard let first = state.sleepers.map(\.until).min(), first < limit else { return nil }
            state.now = max(state.now, first)
            let now = state.now
            let due = state.sleepers.filter { $0.until <= now }.sorted { $0.id < $1.id }
            state.sleepers.removeAll { $0.until <= now }
            return due
        }
        guard let due else { return false }
        for sleeper in due { sleeper.continuation.resume(returning: true) }
        return true
    }

    /// When the first sleeper wakes; nil when nobody sleeps.
    public var next: Duration? { state.withLock { $0.sleepers.map(\.until).min() } }

    /// Moves on to `time`, if it lies ahead, and wakes all that are due by then.
    public func advance(to time: Duration) {
        let due = state.withLock { state in
            state.now = max(state.now, time)
            let now = state.now
            let due = state.sleepers.filter { $0.until <= now }.sorted { ($0.until, $0.id) < ($1.until, $1.id) }
            state.sleepers.removeAll { $0.until <= now }
            return due
        }
        for sleeper in due { sleeper.continuation.resume(returning: true) }
    }

    private func enter(_ sleeper: Sleeper) {
        let answer: Bool? = state.withLock { state in
            if state.cancelled.remove(sleeper.id) != nil { return false }
            if sleeper.until <= state.now { return true }
            state.sleepers.append(sleeper)
            return nil
        }
        if let answer { sleeper.continuation.resume(returning: answer) }
    }

    private func cancel(_ id: UInt64) {
        let sleeper: Sleeper? = state.withLock { state in
            guard let place = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: place)
        }
        sleeper?.continuation.resume(returning: false)
    }
}
