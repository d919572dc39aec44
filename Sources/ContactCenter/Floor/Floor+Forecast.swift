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
        guard let standing = matching.standing(of: ContactSlot(Int(slot)), available: membership.available) else {
            return WaitForecast(position: 1, expectedWait: nil)
        }
        return forecast(standing, in: contacts[slot].queue)
    }

    /// How long whoever came to a queue now, without requirements, would wait; nil when nobody serves it.
    func expectedWait(joining queue: Int32, at now: Timestamp) -> Duration? {
        let heldBack = matching.heldBack(from: QueueSlot(Int(queue)))
        guard membership.idleCount(in: queue, besides: heldBack) == 0 else { return .zero }
        let priority = queueRecords[Int(queue)].configuration.priority
        let standing = matching.standing(
            joining: QueueSlot(Int(queue)), priority: priority, at: now, available: membership.available)
        return forecast(standing, in: queue).expectedWait
    }

    private func forecast(_ standing: Standing, in queue: Int32) -> WaitForecast {
        WaitForecast(
            position: standing.ahead + 1, expectedWait: expectedWait(standing, in: queue).map { .seconds($0.rounded()) }
        )
    }

    /// In seconds; nil when nobody who may take the contact serves the queue, here or elsewhere.
    func expectedWait(_ standing: Standing, in queue: Int32) -> Double? {
        let record = queueRecords[Int(queue)]
        let isServed = record.staffed > 0 || peers.contains { membership.contains(any: $0.signedIn, queue: queue) }
        guard isServed, standing.eligible > 0 else { return nil }
        // While all are on break, those signed in are expected back.
        let agents = standing.working > 0 ? standing.working : min(standing.eligible, max(1, record.staffed))
        return record.pace.wait(ahead: standing.rivals, agents: Double(agents))
    }
}
