/// Contacts that are held back from agents who could have them.
extension Matching {
    /// Holds the contacts of a queue back from some agents, at the rings before one; may change at any time.
    mutating func setHeldBack(_ agents: SlotSet, from queue: QueueSlot, before ring: Int) {
        touch(queue)
        queues[Int(queue.index)].heldBack = agents
        queues[Int(queue.index)].heldBackBefore = ring
        if !agents.isEmpty { holdsBack = true }
    }

    /// Whether the contacts of a queue at a ring are held back from an agent.
    func isHeldBack(_ agent: AgentSlot, from queue: QueueSlot, at ring: Int) -> Bool {
        guard holdsBack, queue.index < queues.count else { return false }
        let queue = Int(queue.index)
        return ring < queues[queue].heldBackBefore && queues[queue].heldBack.contains(agent.index)
    }

    /// Whether the contacts of a class are held back from an agent.
    func isHeldBack(_ agent: AgentSlot, from group: ClassIndex) -> Bool {
        let index = Int(group.index)
        return isHeldBack(agent, from: table.entries[index].key.queue, at: table.entries[index].key.ring)
    }

    /// The agents from whom the contacts of a class are held back.
    func heldBack(from group: ClassIndex) -> SlotSet {
        let index = Int(group.index)
        let queue = Int(table.entries[index].key.queue.index)
        return table.entries[index].key.ring < queues[queue].heldBackBefore ? queues[queue].heldBack : SlotSet()
    }

    /// The agents from whom the contacts of a queue are held back before any ring.
    func heldBack(from queue: QueueSlot) -> SlotSet {
        queue.index < queues.count ? queues[Int(queue.index)].heldBack : SlotSet()
    }

    /// How many agents are free who may serve a class and are offered its contacts. Complexity: O(agents / 64).
    func freeCount(for group: ClassIndex) -> Int { count(in: free(for: group), for: group) }

    /// The agents who are free on the channel of a class and from whom it is not held back.
    func free(for group: ClassIndex) -> SlotSet {
        var agents = free.sets[Int(table.entries[Int(group.index)].key.channel.rawValue)]
        if holdsBack { agents.subtract(heldBack(from: group)) }
        return agents
    }
}
