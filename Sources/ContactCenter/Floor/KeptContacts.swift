/// Which of the contacts that an agent may serve they are not offered now, for one decision.
struct KeptContacts {
    let agent: Int32
    /// The agent's site.
    let site: Int
    let now: Timestamp
    let records: ContiguousArray<ContactRecord>
    let queues: ContiguousArray<QueueRecord>
    let diversions: [ContactID: Diversion]
    /// The queues that call no further customers now.
    let calling: Set<Int32>

    /// Whether the agent is passed over, their site may not have it, or its customer is to be called later.
    @inline(__always)
    func contains(_ slot: ContactSlot) -> Bool {
        let record = records[Int(slot.index)]
        return record.passesOver(agent, at: now)
            || queues[Int(record.queue)].sites.bars(site, record.id, enqueuedAt: record.enqueuedAt)
            || record.isAbsent && calling.contains(record.queue) && diversions[record.id]?.isCallback == true
    }
}
