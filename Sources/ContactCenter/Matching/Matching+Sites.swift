/// What depends on where agents are, and not on what they are able to do.
extension Matching {
    /// Says which agents may not have a queue's contacts for the time being, whatever they are able to do.
    ///
    /// Complexity: O(the queue's classes · agents / 64) when that is news.
    mutating func setBarred(_ agents: SlotSet, in queue: QueueSlot) {
        touch(queue)
        guard queues[Int(queue.index)].barred.trimmedWords != agents.trimmedWords else { return }
        queues[Int(queue.index)].barred = agents
        for index in queues[Int(queue.index)].classes {
            let entry = table.entries[Int(index)]
            table.entries[Int(index)].eligible = eligible(for: entry.key, residual: entry.residual)
            table.entries[Int(index)].cursor = 0
        }
        table.forgetRows()
    }

    /// Who may not have a queue's contacts for the time being.
    func barred(from queue: QueueSlot) -> SlotSet {
        queue.index < queues.count ? queues[Int(queue.index)].barred : SlotSet()
    }

    /// Whether an agent may not have a queue's contacts for the time being.
    func isBarred(_ agent: AgentSlot, from queue: QueueSlot) -> Bool {
        queue.index < queues.count && queues[Int(queue.index)].barred.contains(agent.index)
    }

    /// The agents who may serve a class: members of its queue who meet what is left of its requirement, to whom it is
    /// released, and who are not barred.
    mutating func eligible(for key: WaitingClass.Key, residual: Requirement?) -> SlotSet {
        var set = eligibility.eligible(for: key, residual: residual)
        if key.queue.index < queues.count { set.subtract(queues[Int(key.queue.index)].barred) }
        return set
    }

    /// The members of a queue who meet what is left of a requirement, whatever is released to them, and are not barred.
    mutating func eligible(queue: QueueSlot, residual: Requirement?) -> SlotSet {
        var set = eligibility.eligible(queue: queue, residual: residual)
        if queue.index < queues.count { set.subtract(queues[Int(queue.index)].barred) }
        return set
    }

    /// The members of a queue who are not barred.
    func members(of queue: QueueSlot) -> SlotSet {
        var set = eligibility.members(of: queue)
        if queue.index < queues.count { set.subtract(queues[Int(queue.index)].barred) }
        return set
    }

    /// How many agents of both sets may serve a class. Complexity: O(agents / 64).
    func count(in agents: SlotSet, and others: SlotSet, for group: ClassIndex) -> Int {
        table.entries[Int(group.index)].eligible.intersectionCount(agents, others)
    }

    /// The free agents of a set.
    func freeAgentSlots(in agents: SlotSet) -> [Int32] {
        var found: [Int32] = []
        var all = SlotSet()
        for set in free.sets { all.formUnion(set) }
        all.forEach(in: agents) { agent in
            found.append(agent)
            return true
        }
        return found
    }

    /// The first of some contacts that wait in a queue, class by class. Complexity: O(contacts looked at).
    func waiting(in queue: QueueSlot, upTo bound: Int, where isIncluded: (Int32) -> Bool) -> [Int32] {
        guard waitingCount(in: queue) > 0 else { return [] }
        var found: [Int32] = []
        for index in queues[Int(queue.index)].classes where found.count < bound {
            store.forEach(of: table.entries[Int(index)].list, upTo: bound - found.count) { contact in
                guard isIncluded(contact) else { return false }
                found.append(contact)
                return true
            }
        }
        return found
    }
}
