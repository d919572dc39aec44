/// Where a waiting contact stands among those who wait for the same agents.
package struct Standing: Hashable, Sendable {
    /// How many contacts of its queue come before it.
    package var ahead = 0
    /// Contacts of any queue that come before it and take from its agents: each counts by the part of its own agents who
    /// may take this one too.
    package var rivals = 0.0
    /// How many agents may take it.
    package var eligible = 0
    /// How many of those are at work.
    package var working = 0
}

extension Matching {
    /// Where a contact stands; nil when it does not wait, or waits for one agent alone.
    ///
    /// Contacts of other queues come before it by priority and enqueue time, whatever their queues' weights.
    /// Complexity: O(classes that hold contacts × (log of their contacts + agents / 64)), and a block per 64 contacts.
    ///
    /// - Parameter available: The agents at work.
    func standing(of contact: ContactSlot, available: SlotSet) -> Standing? {
        guard let group = waitingClass(of: contact) else { return nil }
        let own = table.entries[Int(group.index)]
        return standing(of: own.eligible, before: store.key(of: contact.index), in: own.key.queue, available)
    }

    /// Where a contact without requirements would stand that came to a queue now, with an agent for everybody.
    func standing(joining queue: QueueSlot, priority: Int, at now: Timestamp, available: SlotSet) -> Standing {
        let packed = WaitingStore.packed(priority: priority, enqueuedAt: now)
        let key = WaitingStore.Key(packed: packed, number: .max)
        return standing(of: members(of: queue), before: key, in: queue, available)
    }

    private func standing(
        of eligible: SlotSet, before key: WaitingStore.Key, in queue: QueueSlot, _ available: SlotSet
    ) -> Standing {
        var standing = Standing(eligible: eligible.count, working: eligible.intersectionCount(available))
        for entry in table.entries where entry.list.count > 0 {
            let ahead = store.count(before: key, in: entry.list)
            guard ahead > 0 else { continue }
            if entry.key.queue == queue { standing.ahead += ahead }
            let shared = entry.eligible.intersectionCount(eligible)
            if shared > 0 { standing.rivals += Double(ahead) * Double(shared) / Double(entry.eligible.count) }
        }
        return standing
    }
}
