/// Who comes first where queues count differently.
extension Matching {
    /// How urgent the first of a queue's contacts is beside those of other queues.
    struct Weight: Sendable {
        var priority: Int
        var shortfall: Double
        /// In microseconds, weighted; negative for a contact that is younger than new, by its priority.
        var age: Double

        /// Whether it comes first; nil when nothing tells the two apart.
        func precedes(_ other: Weight) -> Bool? {
            if priority != other.priority { return priority > other.priority }
            if shortfall != other.shortfall { return shortfall > other.shortfall }
            return age == other.age ? nil : age > other.age
        }
    }

    /// How urgent a contact is beside those of other queues: by priority, then by the shortfall of its queue (1,
    /// the whole, once it is overdue itself), then by its age as the queue's weight has it.
    func weight(priority: Int, enqueuedAt: Timestamp, in queue: QueueSlot, at now: Timestamp) -> Weight {
        let queue = queue.index < queues.count ? queues[Int(queue.index)] : MatchingQueue()
        let age = enqueuedAt.microseconds(to: now)
        return Weight(
            priority: priority, shortfall: age > queue.overdue ? 1 : queue.shortfall,
            age: Double(age) * queue.weight)
    }

    /// The most urgent contact that an agent may serve on the channels. Inside a queue the order is that of the keys,
    /// so that one contact of each class is looked at.
    func weightiestContact(
        for agent: AgentSlot, _ channels: ChannelSet, at now: Timestamp, excluding isExcluded: (ContactSlot) -> Bool
    ) -> ContactSlot? {
        let beyond = WaitingStore.Key(packed: .max, number: .max)
        var best: (contact: Int32, weight: Weight)?
        forEachClass(for: agent, channels) { index in
            var contact = table.headContacts[index]
            if isExcluded(ContactSlot(Int(contact))) {
                guard
                    let other = store.first(of: table.entries[index].list, before: beyond, excluding: isExcluded)
                else { return }
                contact = other
            }
            let key = store.key(of: contact)
            let weight = weight(
                priority: WaitingStore.priority(key.packed), enqueuedAt: WaitingStore.enqueuedAt(key.packed),
                in: table.entries[index].key.queue, at: now)
            if let best, !(weight.precedes(best.weight) ?? (key < store.key(of: best.contact))) { return }
            best = (contact, weight)
        }
        return best.map { ContactSlot(Int($0.contact)) }
    }
}
