/// The agents who are free for one channel, in the order in which they became idle.
///
/// Agents stand at rising positions, ordered by (rank, slot). An agent who is taken leaves a gap that keeps its
/// label, so that one whose offer came to nothing goes back to the same place, and so that another who must go in
/// between moves at most the few up to the next gap. Entries move to the right only: who remembers that nobody
/// suitable stands before some position stays right, unless an agent is inserted before it. When gaps prevail, the
/// ring is compacted, and whoever remembers a position asks the ``Compaction`` where it has gone.
struct IdleRing: Sendable {
    /// Behind how many agents compaction leaves a gap.
    private static let stride = 8
    /// How many gaps are left alone, however few the agents.
    private static let slack = 1_024

    private(set) var agents: ContiguousArray<Int32> = []
    private var ranks: ContiguousArray<UInt64> = []
    /// A bit a position: somebody stands there.
    private(set) var live: ContiguousArray<UInt64> = []
    private(set) var count = 0
    /// By agent; -1 for who does not stand here.
    private var positions: ContiguousArray<Int32> = []

    /// One beyond the last position.
    var end: Int32 { Int32(agents.count) }

    /// Where an agent stands; nil when not here.
    func position(of agent: Int32) -> Int32? {
        guard agent < positions.count, positions[Int(agent)] >= 0 else { return nil }
        return positions[Int(agent)]
    }

    /// The first position from `start` on at which somebody stands.
    func next(from start: Int32) -> Int32? {
        var word = Int(start) >> 6
        guard word < live.count else { return nil }
        var bits = live[word] & (~0 << UInt64(start & 63))
        while bits == 0 {
            word += 1
            guard word < live.count else { return nil }
            bits = live[word]
        }
        return Int32(word << 6 | bits.trailingZeroBitCount)
    }

    /// Whether compaction is due. Complexity of it: O(1) amortised over the removals.
    var isSparse: Bool { agents.count > 2 * count + Self.slack }

    /// Puts in an agent who does not stand here. Complexity: O(1) behind the last, else O(log count) and the distance
    /// to the next gap.
    ///
    /// - Returns: The position.
    mutating func insert(_ agent: Int32, rank: UInt64) -> Int32 {
        while positions.count <= agent { positions.append(-1) }
        let place = placeFor(agent, rank: rank)
        if place < agents.count {
            if !isLive(place), isLabel(at: place, agent, rank) {
                settle(agent, rank, at: place)
                return Int32(place)
            }
            if place > 0, !isLive(place - 1) {
                settle(agent, rank, at: place - 1)
                return Int32(place - 1)
            }
            openGap(at: place)
        } else {
            appendGap()
        }
        settle(agent, rank, at: place)
        return Int32(place)
    }

    /// Takes an agent out, if here. Complexity: O(1).
    mutating func remove(_ agent: Int32) {
        guard let position = position(of: agent) else { return }
        live[Int(position) >> 6] &= ~(1 << UInt64(position & 63))
        positions[Int(agent)] = -1
        count -= 1
    }

    /// Drops the gaps but a few.
    mutating func compact() -> Compaction {
        let compaction = Compaction(live: live, stride: Self.stride)
        var rebuilt = IdleRing()
        rebuilt.positions = positions
        rebuilt.agents.reserveCapacity(count + count / Self.stride + 1)
        rebuilt.ranks.reserveCapacity(count + count / Self.stride + 1)
        for position in agents.indices where isLive(position) {
            if rebuilt.count > 0, rebuilt.count % Self.stride == 0 {
                rebuilt.appendGap()
                rebuilt.label(agents[position], ranks[position], at: rebuilt.agents.count - 1)
            }
            rebuilt.appendGap()
            rebuilt.settle(agents[position], ranks[position], at: rebuilt.agents.count - 1)
        }
        self = rebuilt
        return compaction
    }

    /// Where positions went in a compaction.
    struct Compaction {
        private let live: ContiguousArray<UInt64>
        private let before: ContiguousArray<Int32>
        private let stride: Int

        fileprivate init(live: ContiguousArray<UInt64>, stride: Int) {
            self.live = live
            self.stride = stride
            var sum: Int32 = 0
            before = ContiguousArray(
                live.map { word in
                    defer { sum += Int32(word.nonzeroBitCount) }
                    return sum
                })
        }

        /// A position before which stand those who stood before `position`.
        func moved(_ position: Int32) -> Int32 {
            guard !live.isEmpty else { return 0 }
            let word = min(Int(position) >> 6, live.count - 1)
            let bits = Int(position) - word << 6 >= 64 ? live[word] : live[word] & (1 << UInt64(position & 63) - 1)
            let rank = Int(before[word]) + bits.nonzeroBitCount
            return Int32(rank == 0 ? 0 : rank + (rank - 1) / stride)
        }
    }

    func checkInvariants() -> [String] {
        var faults: [String] = []
        let standing = agents.indices.filter(isLive)
        if standing.count != count { faults.append("idle ring counts \(count), \(standing.count) stand") }
        for position in standing where positions[Int(agents[position])] != position {
            faults.append("agent \(agents[position]) at \(position) is noted elsewhere")
        }
        for position in agents.indices.dropFirst() where precedes(position, agents[position - 1], ranks[position - 1]) {
            faults.append("idle ring falls at \(position)")
        }
        if positions.count(where: { $0 >= 0 }) != count { faults.append("idle ring notes agents who do not stand") }
        return faults
    }

    private func isLive(_ position: Int) -> Bool { live[position >> 6] >> UInt64(position & 63) & 1 != 0 }

    private func isLabel(at position: Int, _ agent: Int32, _ rank: UInt64) -> Bool {
        agents[position] == agent && ranks[position] == rank
    }

    /// Whether the label at a position comes before (rank, agent).
    private func precedes(_ position: Int, _ agent: Int32, _ rank: UInt64) -> Bool {
        ranks[position] != rank ? ranks[position] < rank : agents[position] < agent
    }

    /// The first position whose label does not come before (rank, agent).
    private func placeFor(_ agent: Int32, rank: UInt64) -> Int {
        guard let last = agents.indices.last, !precedes(last, agent, rank) else { return agents.count }
        var low = 0
        var high = last
        while low < high {
            let middle = (low + high) / 2
            if precedes(middle, agent, rank) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func appendGap() {
        agents.append(-1)
        ranks.append(0)
        if live.count << 6 < agents.count { live.append(0) }
    }

    /// Moves those from `place` up to the next gap one to the right.
    private mutating func openGap(at place: Int) {
        var gap = place
        while gap < agents.count, isLive(gap) { gap += 1 }
        if gap == agents.count { appendGap() }
        live[gap >> 6] |= 1 << UInt64(gap & 63)
        while gap > place {
            label(agents[gap - 1], ranks[gap - 1], at: gap)
            positions[Int(agents[gap])] = Int32(gap)
            gap -= 1
        }
        live[place >> 6] &= ~(1 << UInt64(place & 63))
    }

    private mutating func label(_ agent: Int32, _ rank: UInt64, at position: Int) {
        agents[position] = agent
        ranks[position] = rank
    }

    private mutating func settle(_ agent: Int32, _ rank: UInt64, at position: Int) {
        label(agent, rank, at: position)
        live[position >> 6] |= 1 << UInt64(position & 63)
        positions[Int(agent)] = Int32(position)
        count += 1
    }
}
