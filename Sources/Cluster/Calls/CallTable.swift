import Synchronization

/// The calls of this node that wait for an answer.
///
/// A caller is resumed by whoever takes its call out of the table, and only then: an answer, the deadline, a
/// cancellation, a failed send and the end of the system race for it under one lock.
final class CallTable: Sendable {
    private struct Entry {
        let call: PendingCall
        /// The tick at which the wheel fires for it.
        let tick: Int64
    }

    private struct State {
        var pending: [UInt64: Entry] = [:]
        var wheel: TimerWheel
        var closed = false
    }

    /// Yields whenever a deadline is set while there was none.
    let armed: AsyncStream<Void>

    private let arm: AsyncStream<Void>.Continuation
    private let bound: Int
    private let state: Mutex<State>
    private let nextNumber = Atomic<UInt64>(1)

    init(bound: Int, now: Duration) {
        self.bound = bound
        (armed, arm) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        state = Mutex(State(wheel: TimerWheel(now: now)))
    }

    /// How many calls wait.
    var count: Int { state.withLock { $0.pending.count } }

    /// A number that no call of this process has had.
    func makeNumber() -> UInt64 {
        nextNumber.wrappingAdd(1, ordering: .relaxed).oldValue
    }

    /// Enters a call.
    ///
    /// - Returns: Why it was not entered; its caller has then still to be resumed.
    func open(_ number: UInt64, _ call: PendingCall) -> ClusterError? {
        let (refusal, first) = state.withLock { state -> (ClusterError?, Bool) in
            if state.closed { return (Self.stopped(call.target), false) }
            if state.pending.count >= bound { return (overloaded(call.target), false) }
            let first = state.wheel.count == 0
            let tick = state.wheel.set(number, at: TimerWheel.tick(of: call.deadline))
            state.pending[number] = Entry(call: call, tick: tick)
            return (nil, first)
        }
        if first { arm.yield() }
        return refusal
    }

    /// Takes a call out; nil when it is over already. The receiver resumes its caller.
    ///
    /// - Parameter node: Only a call to this node is taken; nil takes one to any.
    func take(_ number: UInt64, askedOf node: NodeID? = nil) -> PendingCall? {
        state.withLock { state in
            guard let place = state.pending.index(forKey: number) else { return nil }
            guard node == nil || state.pending.values[place].call.node == node else { return nil }
            let entry = state.pending.remove(at: place).value
            state.wheel.cancel(number, at: entry.tick)
            return entry.call
        }
    }

    /// Takes out the calls that wait for an answer of `node`, by number. Complexity: O(count).
    func takeAll(askedOf node: NodeID) -> [PendingCall] {
        state.withLock { state in
            let calls = state.pending.filter { $0.value.call.node == node }.sorted { $0.key < $1.key }
            for (number, entry) in calls {
                state.pending[number] = nil
                state.wheel.cancel(number, at: entry.tick)
            }
            return calls.map(\.value.call)
        }
    }

    /// Takes out the calls whose deadline has passed, by number.
    func expire(at now: Duration) -> [(number: UInt64, call: PendingCall)] {
        state.withLock { state in
            state.wheel.advance(to: now).compactMap { number in
                state.pending.removeValue(forKey: number).map { (number, $0.call) }
            }
        }
    }

    /// Protocol time at which ``expire(at:)`` is to be asked next; nil when no call waits.
    var nextExpiry: Duration? {
        state.withLock { $0.wheel.next.map(TimerWheel.time(of:)) }
    }

    /// Takes out all calls and refuses every further one with `stopped`.
    func close() -> [PendingCall] {
        arm.finish()
        return state.withLock { state in
            state.closed = true
            let calls = state.pending.sorted { $0.key < $1.key }
            state.pending = [:]
            for (number, entry) in calls { state.wheel.cancel(number, at: entry.tick) }
            return calls.map(\.value.call)
        }
    }

    /// The error of a call that the end of the system has cut short.
    static func stopped(_ target: CallTarget) -> ClusterError {
        ClusterError(.stopped, "\(target) was not answered: this node is stopping; ask another")
    }

    private func overloaded(_ target: CallTarget) -> ClusterError {
        ClusterError(.overloaded, "\(target) was not called: \(bound) calls already wait for answers; try again later")
    }
}
