extension Matching {
    /// The class for contacts like this, made if there is none.
    ///
    /// - Parameter number: The contact's, which says whether it is among those that agents may have who are new to what
    ///   it takes; nil for one that they all may.
    package mutating func classIndex(
        queue: QueueSlot, requirement: Requirement?, ring: Int, channel: Channel, attributes: Attributes,
        number: UInt64? = nil
    ) -> ClassIndex {
        let answers = requirement?.answers(of: attributes) ?? ContactAnswers()
        var withheld = 0
        if let number, !releases.isEmpty {
            withheld = releases.withheld(number: number, channel: channel, requirement: requirement)
        }
        let key = WaitingClass.Key(
            queue: queue, requirement: requirement, answers: answers, ring: ring, channel: channel, withheld: withheld)
        if let index = table.index(of: key) { return ClassIndex(Int(index)) }
        return makeClass(key)
    }

    /// Whether the agent is a member of the class's queue and meets its requirement, free or not.
    package func mayServe(_ agent: AgentSlot, _ group: ClassIndex) -> Bool {
        table.entries[Int(group.index)].eligible.contains(agent.index)
    }

    /// What the contacts of a class ask of an agent; nil for nothing.
    package func residual(of group: ClassIndex) -> Requirement? { table.entries[Int(group.index)].residual }

    /// How many classes hold contacts. Each takes a bit an agent: whoever takes contacts with requirements of their
    /// own should refuse new ones while there are many thousands.
    package var classCount: Int { table.occupiedCount }

    /// Puts a contact in its place: priority, then enqueue time, then number.
    package mutating func enqueue(
        _ contact: ContactSlot, in group: ClassIndex, priority: Int, enqueuedAt: Timestamp, number: UInt64
    ) {
        let index = Int(group.index)
        let packed = WaitingStore.packed(priority: priority, enqueuedAt: enqueuedAt)
        let key = WaitingStore.Key(packed: packed, number: number)
        store.insert(contact.index, key, class: group.index, into: &table.entries[index].list)
        queues[Int(table.entries[index].key.queue.index)].waiting += 1
        // Behind the first, as most are: nothing else changes.
        if table.headContacts[index] >= 0, table.headKeys[index] < packed { return }
        if store.first(of: table.entries[index].list) == contact.index {
            table.setHead(group.index, (contact.index, packed))
        }
    }

    /// Takes a contact out; nothing happens if it does not wait.
    package mutating func dequeue(_ contact: ContactSlot) {
        let index = store.classIndex(of: contact.index)
        guard index >= 0 else { return }
        let isFirst = table.headContacts[Int(index)] == contact.index
        store.remove(contact.index, isFirst: isFirst, from: &table.entries[Int(index)].list)
        queues[Int(table.entries[Int(index)].key.queue.index)].waiting -= 1
        guard isFirst else { return }
        table.setHead(index, store.head(of: table.entries[Int(index)].list))
    }

    /// The class in which a contact waits; nil when it does not.
    package func waitingClass(of contact: ContactSlot) -> ClassIndex? {
        let index = store.classIndex(of: contact.index)
        return index >= 0 ? ClassIndex(Int(index)) : nil
    }

    /// How many contacts wait in a class.
    package func waitingCount(in group: ClassIndex) -> Int { table.entries[Int(group.index)].list.count }

    private mutating func makeClass(_ key: WaitingClass.Key) -> ClassIndex {
        touch(key.queue)
        let residual = key.requirement.flatMap { $0.mentionsContact ? $0.residual(for: key.answers) : $0 }
        let eligible = eligible(for: key, residual: residual)
        if let (gone, queue) = table.makeRoom() { queues[Int(queue.index)].classes.removeAll { $0 == gone } }
        let index = table.insert(WaitingClass(key: key, residual: residual, eligible: eligible))
        queues[Int(key.queue.index)].classes.append(index)
        return ClassIndex(Int(index))
    }
}
