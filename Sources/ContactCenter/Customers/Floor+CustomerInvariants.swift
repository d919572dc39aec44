extension Floor {
    /// Whoever prefers some agents waits, or is offered; and is known as one who does.
    func checkPreferences(_ problems: inout [String]) {
        var preferring = 0
        contacts.forEach { slot in
            guard contacts[slot].hasPreference else { return true }
            preferring += 1
            let record = contacts[slot]
            if preferences[record.id]?.steps.isEmpty ?? true {
                problems.append("\(record.id) prefers nobody after all")
            }
            if record.state != .queued, record.state != .offered {
                problems.append("\(record.id) is \(record.state.name) and prefers somebody")
            }
            return true
        }
        if preferring != preferences.count {
            problems.append("\(preferring) contacts prefer somebody, noted \(preferences.count)")
        }
        problems += customers.checkInvariants()
    }
}

extension CustomerStore {
    /// What is wrong inside; empty when all is well.
    func checkInvariants() -> [String] {
        var problems: [String] = []
        for (id, entry) in kept {
            if entry.customer.id != id { problems.append("customer \(id) is kept as \(entry.customer.id)") }
            if gone[id] != nil, entry.revision > 0 { problems.append("customer \(id) is kept and forgotten") }
            for identity in entry.customer.identities where owner(of: identity) == nil {
                problems.append("nobody is known by \(identity.text), an identity of customer \(id)")
            }
        }
        let own = changes(after: 0, bound: .max)
        for (earlier, later) in zip(own, own.dropFirst()) where earlier.revision >= later.revision {
            problems.append("change \(later.revision) of customers comes behind \(earlier.revision)")
        }
        if let last = own.last, last.revision > revision {
            problems.append("changes of customers are beyond their count")
        }
        return problems
    }
}
