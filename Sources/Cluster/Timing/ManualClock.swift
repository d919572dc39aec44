import Synchronization

/// A protocol clock that stands still until it is moved: the in-memory twin of the machine's.
public final class ManualClock: ProtocolClock {
    private struct Sleeper {
        let time: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Duration = .zero
        var sleepers: [UInt64: Sleeper] = [:]
        var nextID: UInt64 = 0
        var observers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    public init() {}

    public var now: Duration { state.withLock { $0.now } }

    /// Moves the clock on, and wakes those whose time has come, earliest first.
    public func advance(by step: Duration) {
        let due = state.withLock { state in
            state.now += step
            let due = state.sleepers.filter { $0.value.time <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.sorted { ($0.value.time, $0.key) < ($1.value.time, $1.key) }
        }
        for (_, sleeper) in due { sleeper.continuation.resume() }
    }

    /// Waits until at least `count` tasks sleep.
    public func sleepers(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let areThere = state.withLock { state in
                let areThere = state.sleepers.count >= count
                if !areThere { state.observers.append((count, continuation)) }
                return areThere
            }
            if areThere { continuation.resume() }
        }
    }

    public func sleep(until time: Duration) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(Sleeper(time: time, continuation: continuation), id)
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    private func enter(_ sleeper: Sleeper, _ id: UInt64) {
        typealias Observer = CheckedContinuation<Void, Never>
        let (outcome, observers) = state.withLock { state -> (Result<Void, any Error>?, [Observer]) in
            if Task.isCancelled { return (.failure(CancellationError()), []) }
            if sleeper.time <= state.now { return (.success(()), []) }
            state.sleepers[id] = sleeper
            let count = state.sleepers.count
            let observers = state.observers.filter { $0.count <= count }.map(\.continuation)
            state.observers.removeAll { $0.count <= count }
            return (nil, observers)
        }
        if let outcome { sleeper.continuation.resume(with: outcome) }
        for observer in observers { observer.resume() }
    }
}
