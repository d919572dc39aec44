import Synchronization

/// The tasks that serve a system's calls.
///
/// Each begins at once on the thread that has cause to begin it, mostly the one that a packet was delivered on, so they
/// are nobody's children. In place of a parent the system's `run()` cancels them, and waits until all have ended.
final class RunningTasks: Sendable {
    private enum Entry {
        case begun
        case cancelled
        case handle(Task<Void, Never>)
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var last: UInt64 = 0
        /// Whether tasks that begin now are cancelled at once.
        var isOver = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let executor: (any TaskExecutor)?
    private let state = Mutex(State())

    /// - Parameter executor: Where the tasks go on once they had to wait; nil for the global pool.
    init(on executor: (any TaskExecutor)?) {
        self.executor = executor
    }

    /// Runs `body` on the calling thread up to where it has to wait, and the rest as a task.
    ///
    /// - Returns: The number by which it can be cancelled.
    @discardableResult
    func begin(_ body: @escaping @Sendable () async -> Void) -> UInt64 {
        let number = state.withLock { state in
            state.last += 1
            state.entries[state.last] = .begun
            return state.last
        }
        let task = Task.immediateDetached(executorPreference: executor) {
            await body()
            self.ended(number)
        }
        let isCancelled = state.withLock { state in
            switch state.entries[number] {
            case .begun where state.isOver:
                state.entries[number] = .cancelled
                return true
            case .begun: state.entries[number] = .handle(task)
            case .cancelled: return true
            case .handle, nil: break
            }
            return false
        }
        if isCancelled { task.cancel() }
        return number
    }

    /// Cancels a task that has not ended.
    func cancel(_ number: UInt64) {
        let task: Task<Void, Never>? = state.withLock { Self.takeHandle(of: number, in: &$0) }
        task?.cancel()
    }

    /// Cancels every task that has not ended, and those that begin later.
    func cancelAll() {
        let tasks = state.withLock { state in
            state.isOver = true
            return state.entries.keys.sorted().compactMap { Self.takeHandle(of: $0, in: &state) }
        }
        for task in tasks { task.cancel() }
    }

    /// Returns once no task is left; to be called once.
    func waitUntilEnded() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.entries.isEmpty { state.waiting = continuation }
                return state.entries.isEmpty
            }
            if isOver { continuation.resume() }
        }
    }

    private func ended(_ number: UInt64) {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.entries[number] = nil
            guard state.entries.isEmpty else { return nil }
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    private static func takeHandle(of number: UInt64, in state: inout State) -> Task<Void, Never>? {
        guard let entry = state.entries[number] else { return nil }
        state.entries[number] = .cancelled
        if case .handle(let task) = entry { return task }
        return nil
    }
}
