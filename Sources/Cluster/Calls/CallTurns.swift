import Synchronization

/// The calls that this node has received and not yet answered.
final class CallTurns: Sendable {
    private struct Key: Hashable {
        let caller: NodeID
        let id: CallID
    }

    private let turns = Mutex<[Key: CallTurn]>([:])

    /// How many calls there are.
    var count: Int { turns.withLock { $0.count } }

    /// Enters a call; nil when it is being served already.
    func begin(_ id: CallID, of caller: NodeID) -> CallTurn? {
        turns.withLock { turns in
            let key = Key(caller: caller, id: id)
            guard turns[key] == nil else { return nil }
            let turn = CallTurn()
            turns[key] = turn
            return turn
        }
    }

    /// Takes a call out that was answered or dropped.
    func end(_ id: CallID, of caller: NodeID) {
        turns.withLock { $0[Key(caller: caller, id: id)] = nil }
    }

    /// Tells a call that nobody waits for it any more, if it is still here.
    ///
    /// - Returns: The task that is to be cancelled; nil when there is none.
    func cancel(_ id: CallID, of caller: NodeID) -> UInt64? {
        turns.withLock { $0[Key(caller: caller, id: id)] }?.cancel()
    }
}
