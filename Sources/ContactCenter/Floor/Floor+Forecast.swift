/// What customers are told of their waits (``QueuePace`` says how they are forecast).
extension Floor {
    /// Where a contact stands; nil when it does not wait in a queue of this floor.
    ///
    /// A contact that is on offer stands first. One that waits for one agent alone has no expected wait.
    public mutating func forecast(of id: ContactID) -> WaitForecast? {
        guard let slot = contacts.slot(of: id) else { return nil }
        switch contacts[slot].state {
        case .offered: return WaitForecast(position: 1, expectedWait: .zero)
        case .queued: break
        default: return nil
        }
        guard let standing = matching.standing(of: ContactSlot(Int(slot))) else {
            return WaitForecast(position: 1, expectedWait: nil)
        }
        return forecast(standing, in: contacts[slot].queue)
    }

    /// Where a contact without requirements of its own would stand that came to a queue at `now`; its position is 0
    /// when an agent is free for it.
    public mutating func forecast(joining queue: QueueID, on channel: Channel, at now: Timestamp) -> WaitForecast? {
        guard let number = queueNumbers[queue] else { return nil }
        return forecast(joining: number, on: channel, at: now)
    }

    mutating func forecast(joining queue: Int32, on channel: Channel, at now: Timestamp) -> WaitForecast {
        if matching.freeAgentCount(in: QueueSlot(Int(queue)), channel: channel) > 0 || isFreeElsewhere(queue, channel) {
            return WaitForecast(position: 0, expectedWait: .zero)
        }
        let priority = queueRecords[Int(queue)].configuration.priority
        return forecast(
            matching.standing(joining: QueueSlot(Int(queue)), priority: priority, at: now), in: queue)
    }

    private mutating func forecast(_ standing: Standing, in queue: Int32) -> WaitForecast {
        let position = standing.ahead + 1
        let staffed = queueRecords[Int(queue)].staffed
        guard standing.share > 0, staffed > 0 || isStaffedElsewhere(queue, at: lastTime) else {
            return WaitForecast(position: position, expectedWait: nil)
        }
        let agents = max(1, Double(staffed) * standing.share)
        let seconds = queueRecords[Int(queue)].pace.wait(ahead: standing.rivals, agents: agents)
        return WaitForecast(position: position, expectedWait: .seconds(seconds.rounded()))
    }
}
