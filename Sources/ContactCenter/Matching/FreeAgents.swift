/// Which agents are free, for what, and since when.
struct FreeAgents: Sendable {
    /// By channel: the agents in the order in which they became idle.
    private(set) var rings = ContiguousArray(repeating: IdleRing(), count: Channel.allCases.count)
    /// By channel: the same agents as a set.
    private(set) var sets = ContiguousArray(repeating: SlotSet(), count: Channel.allCases.count)
    /// By agent.
    private var entries: ContiguousArray<Entry> = []

    private struct Entry {
        var rank: UInt64 = 0
        var occupancy: UInt32 = 0
        var channels: ChannelSet = []
    }

    func channels(of agent: Int32) -> ChannelSet { agent < entries.count ? entries[Int(agent)].channels : [] }

    /// Whether one free agent has been idle for longer than another.
    func isLongerIdle(_ agent: Int32, than other: Int32) -> Bool {
        let (left, right) = (entries[Int(agent)].rank, entries[Int(other)].rank)
        return left != right ? left < right : agent < other
    }

    /// Whether one free agent is to go before another by occupancy, then by idle time.
    func isLessOccupied(_ agent: Int32, than other: Int32) -> Bool {
        let (left, right) = (entries[Int(agent)].occupancy, entries[Int(other)].occupancy)
        return left != right ? left < right : isLongerIdle(agent, than: other)
    }

    /// Notes for which channels an agent is free.
    ///
    /// - Returns: The rings that the agent is to leave, and those to join after that.
    mutating func note(
        _ agent: Int32, channels new: ChannelSet, rank: UInt64, occupancy: UInt32
    ) -> (leave: ChannelSet, join: ChannelSet) {
        while entries.count <= agent { entries.append(Entry()) }
        let old = entries[Int(agent)].channels
        let stays = entries[Int(agent)].rank == rank ? old.intersection(new) : []
        entries[Int(agent)] = Entry(rank: rank, occupancy: occupancy, channels: new)
        return (old.subtracting(stays), new.subtracting(stays))
    }

    mutating func leave(_ channel: Int, _ agent: Int32) {
        rings[channel].remove(agent)
        sets[channel].remove(agent)
    }

    /// - Returns: The position; nil when it is beyond what was the end, where nobody can have looked. The last position
    ///   may be a gap that was looked at, and is taken again.
    mutating func join(_ channel: Int, _ agent: Int32) -> Int32? {
        sets[channel].insert(agent)
        let end = rings[channel].end
        let position = rings[channel].insert(agent, rank: entries[Int(agent)].rank)
        return position < end ? position : nil
    }

    /// Drops the gaps of a ring if they prevail.
    mutating func compact(_ channel: Int) -> IdleRing.Compaction? {
        rings[channel].isSparse ? rings[channel].compact() : nil
    }

    func checkInvariants() -> [String] {
        var faults = rings.flatMap { $0.checkInvariants() }
        for (channel, set) in sets.enumerated() {
            for agent in entries.indices {
                let isFree = entries[agent].channels.rawValue >> UInt8(channel) & 1 != 0
                let stands = rings[channel].position(of: Int32(agent)) != nil
                if isFree != set.contains(Int32(agent)) || isFree != stands {
                    faults.append("agent \(agent) is noted wrongly as free or not on channel \(channel)")
                }
            }
        }
        return faults
    }
}
