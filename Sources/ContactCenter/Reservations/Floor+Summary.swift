extension Floor {
    /// What other floors may know of this one. Complexity: O(queues × channels + classes + agents / 64).
    public mutating func summary() -> FloorSummary {
        var summary = FloorSummary(floor: partition, configurationVersion: configurationVersion)
        let claiming = claims.keys.map { $0 }
        let full = sites.ids.indices.filter { sites.isFull($0) }
        summary.free = matching.freeAgents.map { free in
            var free = free
            for agent in claiming { free.remove(agent) }
            for site in full { free.subtract(sites.agents[site]) }
            return free.trimmedWords
        }
        summary.signedIn = membership.signedIn.trimmedWords
        summary.available = membership.available.trimmedWords
        if contactCounts[.queued] > 0 { summary.waits = waits() }
        for queue in blends.followers {
            let agents = matching.heldBack(from: QueueSlot(Int(queue))).trimmedWords
            guard !agents.isEmpty else { continue }
            summary.heldBack.append(FloorSummary.HeldBack(queue: Int(queue), agents: agents))
        }
        return summary
    }

    /// What waits and is not asked for elsewhere, in the order of queues and channels.
    private func waits() -> [FloorSummary.Wait] {
        var asked: [Int: Int] = [:]
        for reservation in reservations.values where reservation.phase == .asked {
            guard let slot = contacts.slot(of: reservation.contact) else { continue }
            asked[Int(contacts[slot].queue) * 8 + Int(contacts[slot].channel.rawValue), default: 0] += 1
        }
        var waits: [FloorSummary.Wait] = []
        for queue in queueRecords.indices where queueRecords[queue].waiting > 0 && !queueRecords[queue].isRetired {
            for (channel, wait) in matching.waits(in: QueueSlot(queue)) {
                let count = wait.count - asked[queue * 8 + Int(channel.rawValue), default: 0]
                guard count > 0 else { continue }
                let head = FloorSummary.Head(priority: wait.priority, enqueuedAt: wait.enqueuedAt)
                waits.append(FloorSummary.Wait(queue: queue, channel: channel, count: count, head: head))
            }
        }
        return waits
    }
}
