extension ConfigurationCheck {
    mutating func checkCustomers() {
        let customers = configuration.customers
        check(
            customers.remembered, in: ConfigurationBounds.remembered, "time for which visits are remembered",
            at: "customers.remembered")
        if customers.rules.count > ConfigurationBounds.customerRules {
            report(
                "customers.rules",
                "there are \(customers.rules.count) rules for customers; at most \(ConfigurationBounds.customerRules) "
                    + "are allowed")
        }
        var names: Set<String> = []
        for (index, rule) in customers.rules.enumerated() {
            let path = "customers.rules[\(index)]"
            if !QueueID(rule.name).isValid {
                report(
                    "\(path).name",
                    "`\(rule.name)` cannot name a rule; use 1 to \(QueueID.bound) letters, digits, `.`, `-` and `_`")
            } else if !names.insert(rule.name).inserted {
                report("\(path).name", "customer rule `\(rule.name)` is defined twice")
            }
            check(rule, at: path)
        }
    }

    private mutating func check(_ rule: CustomerRule, at path: String) {
        for queue in rule.queues where !queues.contains(queue) {
            report(
                "\(path).queues",
                "customer rule `\(rule.name)` names queue `\(queue)`, which is not defined"
                    + advice(queue, among: configuration.queues.map(\.id)))
        }
        check(rule.raise, in: ConfigurationBounds.customerRaise, "raise of the priority", at: "\(path).raise")
        check(rule.wait, in: ConfigurationBounds.preferredWait, "wait for chosen agents", at: "\(path).wait")
        guard let agents = rule.agents else { return }
        checkRequirement(agents, of: "customer rule `\(rule.name)`", at: "\(path).agents")
        if agents.mentionsContact {
            report(
                "\(path).agents",
                "customer rule `\(rule.name)` chooses agents by what the contact is; write agent.NAME or skill.NAME, and "
                    + "ask for the contact in `when`")
        }
        if agents.parts.expression.clauses.count > Preference.clauseBound {
            report(
                "\(path).agents",
                "customer rule `\(rule.name)` chooses agents by more than \(Preference.clauseBound) clauses; give those "
                    + "agents a common attribute")
        }
        if rule.wait == .zero {
            report(
                "\(path).wait",
                "customer rule `\(rule.name)` chooses agents, but does not say how long to wait for them; add `wait`")
        }
    }
}
