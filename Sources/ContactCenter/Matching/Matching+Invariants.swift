extension Matching {
    /// What is wrong inside; empty when all is well. Complexity: O(agents · classes + contacts).
    package func checkInvariants() -> [String] {
        var faults = table.checkInvariants() + free.checkInvariants()
        var waiting = Array(repeating: 0, count: queues.count)
        for (index, entry) in table.entries.enumerated() where !entry.isVacant {
            waiting[Int(entry.key.queue.index)] += entry.list.count
            if !queues[Int(entry.key.queue.index)].classes.contains(Int32(index)) {
                faults.append("the queue of class \(index) does not know it")
            }
            faults += faultsOfList(index, entry) + faultsOfEligibility(index, entry)
        }
        for (index, queue) in queues.enumerated() where queue.waiting != waiting[index] {
            faults.append("queue \(index) counts \(queue.waiting), \(waiting[index]) wait")
        }
        return faults
    }

    private func faultsOfList(_ index: Int, _ entry: WaitingClass) -> [String] {
        let contacts = store.all(of: entry.list)
        var faults: [String] = []
        if contacts.count != entry.list.count {
            faults.append("class \(index) counts \(entry.list.count), \(contacts.count) are listed")
        }
        for (earlier, later) in zip(contacts, contacts.dropFirst())
        where !(store.key(of: earlier) < store.key(of: later)) {
            faults.append("contacts \(earlier) and \(later) of class \(index) are out of order")
        }
        for contact in contacts where store.classIndex(of: contact) != index {
            faults.append("contact \(contact) is noted in another class than \(index)")
        }
        if table.headContacts[index] != contacts.first ?? -1 { faults.append("class \(index) has another head") }
        if let first = contacts.first, table.headKeys[index] != store.key(of: first).packed {
            faults.append("class \(index) has another head key")
        }
        return faults
    }

    private func faultsOfEligibility(_ index: Int, _ entry: WaitingClass) -> [String] {
        var faults: [String] = []
        let ring = free.rings[Int(entry.key.channel.rawValue)]
        for agent in eligibility.profiles.indices.map({ Int32($0) }) {
            let mayServe =
                !isBarred(AgentSlot(Int(agent)), from: entry.key.queue)
                && eligibility.mayServe(agent, entry.key, residual: entry.residual)
            if mayServe != entry.eligible.contains(agent) {
                faults.append("whether agent \(agent) may serve class \(index) is noted wrongly")
            }
            if mayServe, let position = ring.position(of: agent), position < entry.cursor {
                faults.append("class \(index) has passed agent \(agent)")
            }
        }
        if entry.cursor > ring.end { faults.append("class \(index) looks beyond the ring") }
        return faults
    }
}
