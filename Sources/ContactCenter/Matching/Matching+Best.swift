extension Matching {
    /// The free agent who gets the next contact of a class, by the order of its queue.
    ///
    /// - Parameter isExcluded: Whether the contact may not go to this agent now; asked of few. It must not use this
    ///   matching.
    package mutating func bestAgent(
        for group: ClassIndex, excluding isExcluded: (AgentSlot) -> Bool = { _ in false }
    ) -> AgentSlot? {
        guard holdsBack, case let heldBack = heldBack(from: group), !heldBack.isEmpty else {
            return chosenAgent(Int(group.index), isExcluded)
        }
        return chosenAgent(Int(group.index)) { heldBack.contains($0.index) || isExcluded($0) }
    }

    private mutating func chosenAgent(_ entry: Int, _ isExcluded: (AgentSlot) -> Bool) -> AgentSlot? {
        let queue = Int(table.entries[entry].key.queue.index)
        guard let longest = longestIdle(entry, isExcluded) else { return nil }
        let best =
            switch queues[queue].order {
            case .longestIdle: longest
            case .mostSkilled: mostSkilled(entry, isExcluded)
            case .leastOccupied: leastOccupied(entry, isExcluded)
            case .roundRobin: nextInTurn(entry, behind: queues[queue].lastOffered, isExcluded)
            }
        return AgentSlot(Int(best))
    }

    /// The free agent of a set who gets the next contact of a class, by the order of its queue.
    /// Complexity: O(agents / 64 + free agents of the set).
    func bestAgent(
        for group: ClassIndex, within agents: SlotSet, excluding isExcluded: (AgentSlot) -> Bool
    ) -> AgentSlot? {
        let entry = Int(group.index)
        let queue = Int(table.entries[entry].key.queue.index)
        let kept = holdsBack ? heldBack(from: group) : SlotSet()
        let isOut = { (agent: AgentSlot) in
            !agents.contains(agent.index) || kept.contains(agent.index) || isExcluded(agent)
        }
        let longest = best(entry, isOut) { agent, best in best < 0 || free.isLongerIdle(agent, than: best) }
        guard longest >= 0 else { return nil }
        let best =
            switch queues[queue].order {
            case .longestIdle: longest
            case .mostSkilled: mostSkilled(entry, isOut)
            case .leastOccupied: leastOccupied(entry, isOut)
            case .roundRobin: nextInTurn(entry, behind: queues[queue].lastOffered, isOut)
            }
        return AgentSlot(Int(best))
    }

    /// The waiting contact that an agent gets next, of all that the agent may serve on the channels it is free for.
    ///
    /// - Parameters:
    ///   - now: Until when ages count; matters only where queues have weights.
    ///   - isExcluded: Whether this contact may not go to the agent now; asked of few.
    package func bestContact(
        for agent: AgentSlot, at now: Timestamp = Timestamp(microseconds: 0),
        excluding isExcluded: (ContactSlot) -> Bool = { _ in false }
    ) -> ContactSlot? {
        bestContact(for: agent, on: free.channels(of: agent.index), at: now, excluding: isExcluded)
    }

    /// The waiting contact that an agent gets next on some channels, free or not.
    package func bestContact(
        for agent: AgentSlot, on channels: ChannelSet, at now: Timestamp, excluding isExcluded: (ContactSlot) -> Bool
    ) -> ContactSlot? {
        if weighsQueues { return weightiestContact(for: agent, channels, at: now, excluding: isExcluded) }
        guard let first = firstContact(for: agent, channels) else { return nil }
        // As a rule the first may be taken; only where it may not, all classes' contacts are looked through.
        return isExcluded(first) ? firstContact(for: agent, channels, excluding: isExcluded) : first
    }

    /// The first of the contacts that the agent may serve on the channels.
    private func firstContact(for agent: AgentSlot, _ channels: ChannelSet) -> ContactSlot? {
        var best: Int32 = -1
        var bestKey = UInt64.max
        forEachClass(for: agent, channels) { index in
            let key = table.headKeys[index]
            guard key <= bestKey else { return }
            let head = table.headContacts[index]
            if key == bestKey, best >= 0, store.key(of: best) < store.key(of: head) { return }
            (best, bestKey) = (head, key)
        }
        return best >= 0 ? ContactSlot(Int(best)) : nil
    }

    /// The same of the contacts that are not excluded.
    private func firstContact(
        for agent: AgentSlot, _ channels: ChannelSet, excluding isExcluded: (ContactSlot) -> Bool
    ) -> ContactSlot? {
        var best: Int32?
        var limit = WaitingStore.Key(packed: .max, number: .max)
        forEachClass(for: agent, channels) { index in
            guard table.headKeys[index] <= limit.packed,
                let first = store.first(of: table.entries[index].list, before: limit, excluding: isExcluded)
            else { return }
            (best, limit) = (first, store.key(of: first))
        }
        return best.map { ContactSlot(Int($0)) }
    }

    /// Calls `body` with each class that holds contacts, not held back from the agent, and that the agent may serve on one
    /// of the channels.
    @inline(__always)
    func forEachClass(for agent: AgentSlot, _ channels: ChannelSet, _ body: (Int) -> Void) {
        guard !channels.isEmpty else { return }
        let hasRow = table.hasRow(of: agent.index)
        // Of an agent who is free elsewhere it is decided there what is held back.
        let isHolding = holdsBack && !free.channels(of: agent.index).isEmpty
        for word in 0..<table.rowLength {
            var bits = table.occupiedWord(word, channels)
            if hasRow { bits &= table.rowWord(word, of: agent.index) }
            while bits != 0 {
                let index = word << 6 | bits.trailingZeroBitCount
                bits &= bits - 1
                if isHolding, isHeldBack(agent, from: ClassIndex(index)) { continue }
                if hasRow || table.entries[index].eligible.contains(agent.index) { body(index) }
            }
        }
    }

    /// The eligible free agent who has been idle longest; moves the class's memory up to the first eligible one.
    private mutating func longestIdle(_ entry: Int, _ isExcluded: (AgentSlot) -> Bool) -> Int32? {
        let channel = Int(table.entries[entry].key.channel.rawValue)
        let end = free.rings[channel].end
        var cursor: Int32?
        var looked = 0
        var position = table.entries[entry].cursor
        while looked < Self.lookAhead {
            guard let next = free.rings[channel].next(from: position) else {
                table.entries[entry].cursor = cursor ?? end
                return nil
            }
            let agent = free.rings[channel].agents[Int(next)]
            if table.entries[entry].eligible.contains(agent) {
                cursor = cursor ?? next
                if !isExcluded(AgentSlot(Int(agent))) {
                    table.entries[entry].cursor = cursor ?? next
                    return agent
                }
            }
            position = next + 1
            looked += 1
        }
        return longestIdleByOverlay(entry, from: cursor ?? position, isExcluded)
    }

    /// The same by laying the eligible over the free, for a class whose agents are few among many.
    private mutating func longestIdleByOverlay(
        _ entry: Int, from start: Int32, _ isExcluded: (AgentSlot) -> Bool
    ) -> Int32? {
        let channel = Int(table.entries[entry].key.channel.rawValue)
        var cursor = free.rings[channel].end
        var best: (agent: Int32, position: Int32)?
        table.entries[entry].eligible.forEach(in: free.sets[channel]) { agent in
            guard let position = free.rings[channel].position(of: agent) else { return true }
            cursor = min(cursor, position)
            if position < best?.position ?? .max, !isExcluded(AgentSlot(Int(agent))) { best = (agent, position) }
            return true
        }
        table.entries[entry].cursor = max(start, cursor)
        return best?.agent
    }
}

// MARK: - Other orders. Each is asked only when there is a free agent who may serve and is not excluded.

extension Matching {
    private func mostSkilled(_ entry: Int, _ isExcluded: (AgentSlot) -> Bool) -> Int32 {
        let skills = table.entries[entry].key.requirement?.skills ?? []
        var bestSum = -1
        return best(entry, isExcluded) { agent, best in
            let sum = skills.reduce(0) { $0 + (eligibility.profile(of: agent)?.level(of: $1) ?? 0) }
            guard sum > bestSum || sum == bestSum && free.isLongerIdle(agent, than: best) else { return false }
            bestSum = sum
            return true
        }
    }

    private func leastOccupied(_ entry: Int, _ isExcluded: (AgentSlot) -> Bool) -> Int32 {
        best(entry, isExcluded) { agent, best in best < 0 || free.isLessOccupied(agent, than: best) }
    }

    /// The best of all free agents who may serve; `isBetter` compares with the best so far, first with -1.
    private func best(
        _ entry: Int, _ isExcluded: (AgentSlot) -> Bool, _ isBetter: (Int32, Int32) -> Bool
    ) -> Int32 {
        let channel = Int(table.entries[entry].key.channel.rawValue)
        var best: Int32 = -1
        table.entries[entry].eligible.forEach(in: free.sets[channel]) { agent in
            if !isExcluded(AgentSlot(Int(agent))), isBetter(agent, best) { best = agent }
            return true
        }
        return best
    }

    private func nextInTurn(_ entry: Int, behind last: AgentSlot?, _ isExcluded: (AgentSlot) -> Bool) -> Int32 {
        let channel = Int(table.entries[entry].key.channel.rawValue)
        let eligible = table.entries[entry].eligible
        var next: Int32 = -1
        func look(from start: Int32) {
            eligible.forEach(in: free.sets[channel], from: start) { agent in
                if isExcluded(AgentSlot(Int(agent))) { return true }
                next = agent
                return false
            }
        }
        look(from: last.map { $0.index + 1 } ?? 0)
        if next < 0 { look(from: 0) }
        return next
    }
}
