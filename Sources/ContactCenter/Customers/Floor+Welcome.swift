/// Customers who are recognised as their contacts come in, and treated as the rules say.
extension Floor {
    /// What a contact begins with.
    mutating func welcome(_ wish: OpenContact, to queue: Int32, at now: Timestamp) -> Welcome {
        let index = Int(queue)
        var welcome = Welcome(
            attributes: wish.attributes, priority: wish.priority ?? queueRecords[index].configuration.priority,
            preferredAgent: wish.preferredAgent)
        let preferred = queueRecords[index].configuration.preferredAgents
        if let written = wish.customer, !customers.isEmpty {
            recognise(CustomerIdentity(written), takesLast: preferred.takesLast, at: now, &welcome)
        }
        if preferred.wait > .zero, let id = welcome.preferredAgent, let agent = agentNumbers[id],
            isSignedInAnywhere(agent)
        {
            welcome.preferences.append(Preference(id, wait: preferred.wait))
        }
        if !customerRules.rules.isEmpty { treat(wish, in: queue, at: now, &welcome) }
        return welcome
    }

    /// Adds what is known of whoever has this identity.
    private func recognise(
        _ identity: CustomerIdentity, takesLast: Bool, at now: Timestamp, _ welcome: inout Welcome
    ) {
        if let id = customers.owner(of: identity), let customer = customers[id] {
            welcome.state(Welcome.Name.customer, .text(id.name))
            for entry in customer.attributes.entries { welcome.add(entry.name, entry.value) }
            welcome.preferredAgent = welcome.preferredAgent ?? inForce(customer.preferredAgent)
        }
        guard let visit = rememberedVisit(of: identity, at: now) else { return }
        welcome.state(Welcome.Name.contacts, .number(Double(visit.count)))
        welcome.state(Welcome.Name.lastQueue, .text(visit.queue.name))
        welcome.state(Welcome.Name.lastAgent, visit.agent.map { .text($0.name) })
        if takesLast { welcome.preferredAgent = welcome.preferredAgent ?? inForce(visit.agent) }
    }

    /// The last visit of whoever has this identity; nil when it is too long ago to be remembered.
    private func rememberedVisit(of identity: CustomerIdentity, at now: Timestamp) -> Visit? {
        guard let remembered = customerRules.remembered, let visit = customers.visit(of: identity),
            visit.at.microseconds + remembered >= now.microseconds
        else { return nil }
        return visit
    }

    /// An agent, unless the configuration has no such any more.
    private func inForce(_ agent: AgentID?) -> AgentID? {
        guard let agent, agentNumbers[agent] != nil else { return nil }
        return agent
    }

    private mutating func treat(_ wish: OpenContact, in queue: Int32, at now: Timestamp, _ welcome: inout Welcome) {
        let record = queueRecords[Int(queue)]
        let staff = localStaff(of: queue, at: now)
        var moment = ConditionMoment(
            waited: 0, staffed: staff.signedIn, idle: staff.idle, waiting: record.waiting,
            priority: welcome.priority, customer: wish.customer, channel: wish.channel,
            attributes: welcome.attributes)
        if customerRules.asksForWait { moment.predictedWait = expectedWait(joining: queue, at: now)?.inSeconds }
        guard let rule = customerRules.first(in: record.configuration.id, at: moment) else { return }
        welcome.state(Welcome.Name.rule, .text(rule.name))
        let bounds = Self.priorities
        welcome.priority = min(max(welcome.priority + rule.raise, bounds.lowerBound), bounds.upperBound)
        guard let agents = rule.agents, rule.wait > .zero else { return }
        welcome.preferences.append(Preference(agents: agents, wait: rule.wait, reason: "rule \(rule.name)"))
    }

    /// Whether an agent is signed in here, or elsewhere as far as is known.
    private func isSignedInAnywhere(_ agent: Int32) -> Bool {
        agentRecords[Int(agent)].isSignedIn || peers.contains { $0.signedIn.contains(agent) }
    }

    /// Remembers that a customer has come.
    mutating func rememberOpening(_ opened: Event.Opened, at now: Timestamp) {
        guard let remembered = customerRules.remembered, opened.consultationOf == nil, let written = opened.customer
        else { return }
        customers.forgetVisits(before: now.advanced(byMicroseconds: -remembered))
        let identity = CustomerIdentity(written)
        guard identity.isValid else { return }
        let before = rememberedVisit(of: identity, at: now)
        let visit = Visit(at: now, count: (before?.count ?? 0) + 1, queue: opened.queue, agent: before?.agent)
        customers.note(visit, of: customers.visitor(identity))
    }

    /// Remembers who has got a customer's contact.
    mutating func rememberAgent(_ slot: Int32) {
        guard customerRules.remembered != nil, let written = contacts.details[Int(slot)].customer,
            let agent = agentID(contacts[slot].agent)
        else { return }
        let visitor = customers.visitor(CustomerIdentity(written))
        guard var visit = customers.visits[visitor], visit.agent != agent else { return }
        visit.agent = agent
        customers.note(visit, of: visitor)
    }
}
