/// Where a waiting contact stands among those who wait for the same agents.
package struct Standing: Hashable, Sendable {
    /// How many contacts of its queue come before it.
    package var ahead: Int
    /// Those of them who take from this one's agents: each counts by the part of its own agents who may take this
    /// one too.
    package var rivals: Double
    /// Which part of the queue's agents may take it; 0 when none may.
    package var share: Double
}

extension Matching {
    /// Where a contact stands; nil when it does not wait, or waits for one agent alone.
    ///
    /// Complexity: O(classes of the queue × (log of their contacts + agents / 64)), and a block per 64 contacts.
    package func standing(of contact: ContactSlot) -> Standing? {
        guard let group = waitingClass(of: contact) else { return nil }
        let own = table.entries[Int(group.index)]
        return standing(of: own.eligible, before: store.key(of: contact.index), in: own.key.queue)
    }

    /// Where a contact without requirements would stand that came to a queue now.
    package func standing(joining queue: QueueSlot, priority: Int, at now: Timestamp) -> Standing {
        let key = WaitingStore.Key(packed: WaitingStore.packed(priority: priority, enqueuedAt: now), number: .max)
        return standing(of: eligibility.members(of: queue), before: key, in: queue)
    }

    private func standing(of eligible: SlotSet, before key: WaitingStore.Key, in queue: QueueSlot) -> Standing {
        let members = eligibility.members(of: queue).count
        var standing = Standing(
            ahead: 0, rivals: 0, share: members > 0 ? Double(eligible.count) / Double(members) : 0)
        guard queue.index < queues.count else { return standing }
        for index in queues[Int(queue.index)].classes where table.entries[Int(index)].list.count > 0 {
            let ahead = store.count(before: key, in: table.entries[Int(index)].list)
            guard ahead > 0 else { continue }
            standing.ahead += ahead
            let theirs = table.entries[Int(index)].eligible
            let count = theirs.count
            guard count > 0 else { continue }
            standing.rivals += Double(ahead) * Double(theirs.intersectionCount(eligible)) / Double(count)
        }
        return standing
    }
}
