/// When the rules of a queue are looked at for a contact that waits.
///
/// What depends on the time waited alone has its instants. What asks for something that changes by itself (agents
/// signed in, predicted wait, an opening hour) is looked at once a second for each contact that waits, and less often
/// where more than ``lookBound`` wait, so that looking never takes more than a bounded share of the time.
struct LookTimes: Sendable {
    /// How often what changes by itself is looked at, in microseconds.
    private static let lookInterval: Int64 = 1_000_000
    /// For how many waiting contacts that often.
    private static let lookBound = 10_000

    /// After how long a wait something may change by time alone, in microseconds, in rising order.
    private let turns: [Int64]

    /// - Parameter turns: After how long a wait something may change by time alone, in any order.
    init(_ turns: some Sequence<Int64>) {
        self.turns = Set(turns).sorted()
    }

    /// After how long a wait to look again, in microseconds; nil for never.
    ///
    /// - Parameters:
    ///   - waited: How long the wait has lasted.
    ///   - waiting: How many contacts wait in the queue.
    ///   - changes: Whether what decides changes by itself.
    func next(after waited: Int64, waiting: Int, changes: Bool) -> Int64? {
        let turn = nextTurn(after: waited)
        guard changes else { return turn }
        let interval = Self.lookInterval * Int64(max(1, waiting / Self.lookBound))
        let look = waited < 0 ? 0 : (waited / interval + 1) * interval
        return min(turn ?? look, look)
    }

    private func nextTurn(after waited: Int64) -> Int64? {
        var low = 0
        var high = turns.count
        while low < high {
            let middle = (low + high) / 2
            if turns[middle] <= waited { low = middle + 1 } else { high = middle }
        }
        return low < turns.count ? turns[low] : nil
    }
}
