/// Who was considered for a contact, and what keeps each of them from it.
extension Floor {
    /// Fills in the agents closest to being offered the contact, and how many there are for each obstacle.
    func consider(_ slot: Int32, at now: Timestamp, _ explanation: inout Explanation) {
        let record = contacts[slot]
        let attributes = contacts.details[Int(slot)].attributes
        let group = matching.waitingClass(of: ContactSlot(Int(slot)))
        let requirement = effectiveRequirement(of: record)
        var byObstacle = [[Int32]](repeating: [], count: Obstacle.allCases.count)
        var counts = [Int](repeating: 0, count: Obstacle.allCases.count)
        for index in agentRecords.indices where !agentRecords[index].isRetired {
            let agent = Int32(index)
            let isBarred = matching.isBarred(AgentSlot(index), from: QueueSlot(Int(record.queue)))
            let meets =
                if let group, !isBarred { matching.mayServe(AgentSlot(index), group) } else {
                    meets(agent, requirement, attributes)
                }
            var obstacle = obstacle(between: record, and: agent, meetsRequirement: meets, at: now)
            if obstacle == .unmetRequirement, isNew(agent, to: requirement, attributes) { obstacle = .notReleased }
            counts[Int(obstacle.rawValue)] += 1
            if byObstacle[Int(obstacle.rawValue)].count < Explanation.agentBound {
                byObstacle[Int(obstacle.rawValue)].append(agent)
            }
        }
        for obstacle in Obstacle.allCases where counts[Int(obstacle.rawValue)] > 0 {
            explanation.counts.append(ObstacleCount(obstacle: obstacle, agents: counts[Int(obstacle.rawValue)]))
            for agent in byObstacle[Int(obstacle.rawValue)] where explanation.agents.count < Explanation.agentBound {
                explanation.agents.append(considered(agent, obstacle, record, requirement, attributes))
            }
        }
    }

    private func obstacle(
        between record: ContactRecord, and agent: Int32, meetsRequirement: Bool, at now: Timestamp
    ) -> Obstacle {
        let index = Int(agent)
        if record.state == .offered, record.agent == agent { return .none }
        if record.addressee >= 0, record.addressee != agent { return .addressedElsewhere }
        if record.addressee < 0 {
            if let queues = agentRecords[index].configuration.queues,
                !queues.contains(queueRecords[Int(record.queue)].configuration.id)
            {
                return .notMember
            }
            if !meetsRequirement { return .unmetRequirement }
        }
        switch agentRecords[index].availability {
        case .offline: return .offline
        case .onBreak: return .onBreak
        case .notReady: return .notReady
        case .available: break
        }
        if let obstacle = siteObstacle(between: record, and: agent) { return obstacle }
        if !agentRecords[index].isAttached { return .unreachable }
        if !agentRecords[index].takesOffers { return .notReady }
        if !agentRecords[index].openChannels.contains(record.channel) { return .noCapacity }
        if record.passesOver(agent, at: now) { return .excluded }
        let queue = QueueSlot(Int(record.queue))
        let isHeldBack =
            record.addressee < 0 && matching.isHeldBack(AgentSlot(index), from: queue, at: Int(record.ring))
        return isHeldBack ? .heldBack : .none
    }

    /// Whether an agent is kept from a contact only by being new to what it takes.
    private func isNew(_ agent: Int32, to requirement: Requirement?, _ attributes: Attributes) -> Bool {
        !agentRecords[Int(agent)].configuration.releases.isEmpty && meets(agent, requirement, attributes)
    }

    private func considered(
        _ agent: Int32, _ obstacle: Obstacle, _ record: ContactRecord, _ requirement: Requirement?,
        _ attributes: Attributes
    ) -> ConsideredAgent {
        let id = agentRecords[Int(agent)].id
        var unmet: [String] = []
        if obstacle == .unmetRequirement, let requirement {
            unmet = requirement.unmetClauses(by: profile(of: agent), contact: attributes).map(\.description)
        }
        return ConsideredAgent(
            agent: id, obstacle: obstacle, text: text(obstacle, agent, record, unmet), unmet: unmet)
    }

    private func text(_ obstacle: Obstacle, _ agent: Int32, _ record: ContactRecord, _ unmet: [String]) -> String {
        let state = agentRecords[Int(agent)]
        let id = state.id
        switch obstacle {
        case .none where record.state == .offered && record.agent == agent: return "\(id) is offered it."
        case .none: return "\(id) is free for it."
        case .excluded where agent == record.asker: return "\(id) is the one who consults."
        case .excluded: return "\(id) did not take it a moment ago; others come first."
        case .noCapacity:
            return "\(id) has \(state.contacts.count) contacts and offers, and no room on \(record.channel.name)."
        case .unreachable: return "\(id) is available, but has no stream attached."
        case .notReady:
            if case .notReady(let reason) = state.availability { return "\(id) is not ready: \(reason)." }
            return "\(id) will not be available after the present contact."
        case .onBreak: return "\(id) is on break."
        case .offline: return "\(id) is not signed in."
        case .unmetRequirement: return "\(id) does not meet \(unmet.joined(separator: ", "))."
        case .notMember: return "\(id) does not serve queue \(queueRecords[Int(record.queue)].configuration.id)."
        case .siteClosed: return "\(id) is at site \(state.configuration.site), which is closed for the queue."
        case .siteFull: return "\(id) is at site \(state.configuration.site), which has as many contacts as it may."
        case .otherShare: return "\(id) is at site \(state.configuration.site); the contact is for another's share."
        case .addressedElsewhere: return "The contact is for \(agentID(record.addressee)?.name ?? "another") alone."
        case .heldBack: return "\(id) is kept for \(reasonHeldBack(agent, from: record.queue) ?? "other queues")."
        case .notReleased:
            let shares = state.configuration.releases.map(\.description).joined(separator: " and ")
            return "\(id) is new to what it takes and gets \(shares); it is none of them."
        }
    }

    /// Whether an agent meets what a contact with these attributes asks, whatever is released to them and open.
    func meets(_ agent: Int32, _ requirement: Requirement?, _ attributes: Attributes) -> Bool {
        requirement?.isMet(by: profile(of: agent), contact: attributes) ?? true
    }

    private func profile(of agent: Int32) -> AgentProfile {
        AgentProfile(agentRecords[Int(agent)].configuration)
    }
}
