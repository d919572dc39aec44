/// What customers are told of their waits (``QueuePace`` says how they are forecast).
extension Floor {
    /// Where a contact stands; nil when it does not wait in a queue of this floor.
    ///
    /// A contact that is on offer stands first. One that waits for one agent alone has no expected wait.
    ///
    /// - Parameter now: nil for the time of the last event.
    public func forecast(of id: ContactID, now: Timestamp? = nil) -> WaitForecast? {
        guard let slot = contacts.slot(of: id) else { return nil }
        switch contacts[slot].state {
        case .offered: return WaitForecast(position: 1, expectedWait: .zero)
        case .queued: break
        default: return nil
        }
        guard let standing = matching.standing(of: ContactSlot(Int(slot)), available: membership.available) else {
            return WaitForecast(position: 1, expectedWait: nil)
        }
        return forecast(standing, in: contacts[slot].queue, at: max(lastTime, now ?? lastTime))
    }

    /// How long whoever came to a queue now, without requirements, would wait; nil when nobody serves it.
    func expectedWait(joining queue: Int32, at now: Timestamp) -> Duration? {
        var kept = matching.barred(from: QueueSlot(Int(queue)))
        kept.formUnion(matching.heldBack(from: QueueSlot(Int(queue))))
        guard membership.idleCount(in: queue, besides: kept) == 0 else { return .zero }
        let priority = queueRecords[Int(queue)].configuration.priority
        let standing = matching.standing(
            joining: QueueSlot(Int(queue)), priority: priority, at: now, available: membership.available)
        return forecast(standing, in: queue, at: now).expectedWait
    }

    private func forecast(_ standing: Standing, in queue: Int32, at now: Timestamp) -> WaitForecast {
        WaitForecast(
            position: standing.ahead + 1,
            expectedWait: expectedWait(standing, in: queue, at: now).map { .seconds($0.rounded()) })
    }

    /// In seconds; nil when nobody who may take the contact serves the queue, here or elsewhere.
    func expectedWait(_ standing: Standing, in queue: Int32, at now: Timestamp) -> Double? {
        let record = queueRecords[Int(queue)]
        let agents = agents(standing, of: queue)
        if record.sites.isTimed { return waitAcrossChanges(standing, agents, in: queue, at: now) }
        return agents.map { record.pace.wait(ahead: standing.rivals, agents: $0) }
    }

    /// As many agents as a queue's pace is shown by who may take a contact; nil when nobody serves it who may.
    private func agents(_ standing: Standing, of queue: Int32) -> Double? {
        let record = queueRecords[Int(queue)]
        let isServed = record.staffed > 0 || peers.contains { membership.contains(any: $0.signedIn, queue: queue) }
        guard isServed, standing.eligible > 0 else { return nil }
        // While all are on break, those signed in are expected back.
        return Double(standing.working > 0 ? standing.working : min(standing.eligible, max(1, record.staffed)))
    }
}
