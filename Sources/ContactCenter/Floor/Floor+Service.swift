/// Service levels, and what follows from them.
extension Floor {
    /// Notes how one more contact of a queue was served.
    mutating func noteService(of queue: Int, isWithinThreshold: Bool) {
        queueRecords[queue].service.add(isWithinThreshold: isWithinThreshold)
        tellShortfall(of: queue)
        if !blends.isEmpty { followBlending(behind: Int32(queue)) }
    }

    /// Tells matching how far a queue is below its target, where that decides.
    mutating func tellShortfall(of queue: Int) {
        guard settings.queueOrder == .serviceLevel else { return }
        matching.setShortfall(
            queueRecords[queue].shortfall, of: QueueSlot(queue),
            overdue: queueRecords[queue].limits.serviceLevelThreshold)
    }
}
