/// What is asked about agents who are free somewhere else, and for those who look from there.
extension Matching {
    /// What waits in one queue on one channel.
    struct Wait {
        var count: Int
        var priority: Int
        var enqueuedAt: Timestamp
    }

    /// By channel: who is free.
    var freeAgents: ContiguousArray<SlotSet> { free.sets }

    /// The first of the agents who may serve a class. Complexity: O(agents / 64).
    func first(in agents: SlotSet, for group: ClassIndex, excluding isExcluded: (Int32) -> Bool) -> Int32? {
        var first: Int32?
        table.entries[Int(group.index)].eligible.forEach(in: agents) { agent in
            if isExcluded(agent) { return true }
            first = agent
            return false
        }
        return first
    }

    /// How many of the agents may serve a class. Complexity: O(agents / 64).
    func count(in agents: SlotSet, for group: ClassIndex) -> Int {
        table.entries[Int(group.index)].eligible.intersectionCount(agents)
    }

    /// What waits in a queue, by channel. Complexity: O(the queue's classes).
    func waits(in queue: QueueSlot) -> [(channel: Channel, wait: Wait)] {
        guard waitingCount(in: queue) > 0 else { return [] }
        var heads = [UInt64](repeating: .max, count: Channel.allCases.count)
        var counts = [Int](repeating: 0, count: Channel.allCases.count)
        for index in queues[Int(queue.index)].classes where table.entries[Int(index)].list.count > 0 {
            let channel = Int(table.entries[Int(index)].key.channel.rawValue)
            heads[channel] = min(heads[channel], table.headKeys[Int(index)])
            counts[channel] += table.entries[Int(index)].list.count
        }
        return Channel.allCases.filter { counts[Int($0.rawValue)] > 0 }.map { channel in
            let head = heads[Int(channel.rawValue)]
            return (
                channel,
                Wait(
                    count: counts[Int(channel.rawValue)], priority: WaitingStore.priority(head),
                    enqueuedAt: WaitingStore.enqueuedAt(head))
            )
        }
    }

    /// Calls `body` with the first contacts of each class that waits on a channel and that one of the agents may serve,
    /// until it has returned true `bound` times for the class. Complexity: O(classes · agents / 64 + contacts called).
    func forEachWaiting(on channel: Channel, servedBy agents: SlotSet, upTo bound: Int, _ body: (Int32) -> Bool) {
        for word in 0..<table.rowLength {
            var bits = table.occupiedWord(word, ChannelSet(channel))
            while bits != 0 {
                let index = word << 6 | bits.trailingZeroBitCount
                bits &= bits - 1
                guard table.entries[index].eligible.intersects(agents) else { continue }
                store.forEach(of: table.entries[index].list, upTo: bound, body)
            }
        }
    }

    /// The first agents, from one on, who are free for anything. Complexity: O(agents / 64).
    func freeAgentSlots(from start: Int32, upTo bound: Int) -> [Int32] {
        var all = SlotSet()
        for set in free.sets { all.formUnion(set) }
        var agents: [Int32] = []
        all.forEach(in: all, from: start) { agent in
            agents.append(agent)
            return agents.count < bound
        }
        return agents
    }
}
