extension Floor {
    func checkDiversions(_ problems: inout [String]) {
        for id in diversions.keys.sorted() where contacts.slot(of: id) == nil {
            problems.append("something was arranged for \(id), which is not there")
        }
        contacts.forEach { slot in
            let record = contacts[slot]
            let callback = callback(of: slot)
            if record.isAbsent, diversions[record.id] == nil {
                problems.append("\(record.id) has a customer who is away, and nothing was arranged")
            }
            let isDeferred = record.state == .scheduled || record.state == .dialing
            if isDeferred, !record.isAbsent || callback?.due != record.offerDeadline {
                problems.append("\(record.id) is \(record.state.name) and has no callback that is due then")
            }
            if record.state == .queued, callback?.due != nil {
                problems.append("\(record.id) waits, and is to be called back at a time")
            }
            if record.overflows > Self.overflowBound { problems.append("\(record.id) overflowed too often") }
            return true
        }
    }
}
