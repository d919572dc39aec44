internal import ContactCenter

/// How customers are recognised and treated.
extension ConfigurationReader {
    mutating func readCustomers(_ node: LocatedNode?) -> CustomerTreatment {
        var treatment = CustomerTreatment()
        guard let node, !node.isNull, let fields = trace(node, as: "customers")?.fields("remember", "rules") else {
            return treatment
        }
        treatment.remembered = trace(fields["remember"], as: "customers.remembered")?.duration(
            in: ConfigurationBounds.remembered)
        for entry in trace(fields["rules"], as: "customers.rules")?.entries() ?? [] {
            let place = "customers.rules[\(treatment.rules.count)]"
            trace(entry.value, as: place)
            treatment.rules.append(readCustomerRule(entry, at: place))
        }
        return treatment
    }

    private mutating func readCustomerRule(_ entry: LocatedEntry, at place: String) -> CustomerRule {
        var rule = CustomerRule(name: entry.key, when: nil)
        guard let fields = entry.value.fields("when", "queues", "raise", "agents", "wait") else { return rule }
        rule.condition = fields["when"]?.condition()
        let queues = trace(fields["queues"], as: "\(place).queues")?.listOrOne() ?? []
        rule.queues = queues.compactMap { $0.text().map(QueueID.init) }
        rule.raise = fields["raise"]?.integer(in: ConfigurationBounds.customerRaise) ?? 0
        rule.agents = trace(fields["agents"], as: "\(place).agents")?.requirement()
        rule.wait = trace(fields["wait"], as: "\(place).wait")?.duration(in: ConfigurationBounds.preferredWait) ?? .zero
        return rule
    }

    /// How a queue treats a contact's preferred agent.
    func readPreferredAgents(_ node: LocatedNode?) -> PreferredAgents {
        var preferred = PreferredAgents()
        guard let fields = node?.fields("wait", "last") else { return preferred }
        if let wait = fields["wait"]?.duration(in: ConfigurationBounds.preferredWait) { preferred.wait = wait }
        preferred.takesLast = fields["last"]?.truth() ?? false
        return preferred
    }
}
