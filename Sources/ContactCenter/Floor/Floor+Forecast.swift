/// What customers are told of their waits (``QueuePace`` says how they are forecast).
extension Floor {
    /// Where a contact stands; nil when it does not wait in a queue of this floor.
    ///
    /// A contact that is on offer stands first. One that waits for one agent alone has no expected wait.
    public func forecast(of id: ContactID) -> WaitForecast? {
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

    /// How long whoever came to a queue now, without requirements, would wait; nil when nobody serves it.
    func expectedWait(joining queue: Int32, at now: Timestamp) -> Duration? {
        guard membership.idleCount(in: queue) == 0 else { return .zero }
        let priority = queueRecords[Int(queue)].configuration.priority
        let standing = matching.standing(joining: QueueSlot(Int(queue)), priority: priority, at: now)
        return forecast(standing, in: queue).expectedWait
    }

    private func forecast(_ standing: Standing, in queue: Int32) -> WaitForecast {
        let position = standing.ahead + 1
        let staffed = queueRecords[Int(queue)].staffed
        let isServed = staffed > 0 || peers.contains { membership.contains(any: $0.signedIn, queue: queue) }
        guard isServed, standing.share > 0 else {
            return WaitForecast(position: position, expectedWait: nil)
        }
        let agents = max(1, Double(staffed) * standing.share)
        let seconds = queueRecords[Int(queue)].pace.wait(ahead: standing.rivals, agents: agents)
        return WaitForecast(position: position, expectedWait: .seconds(seconds.rounded()))
    }
}
