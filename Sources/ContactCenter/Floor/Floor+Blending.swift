/// Blending: contacts of some queues are held back from agents while the queues these serve first have too little left.
///
/// Who is held back follows from who is idle and how the last contacts were served, both of this floor alone; it is
/// looked at whenever one of them changes, and matching is told. When there is enough left again, the agents who are
/// free look for contacts, those idle longest first.
extension Floor {
    /// Makes all of it anew.
    mutating func rebuildBlending() {
        reopened = []
        blends = BlendTable(queueRecords)
        for index in blends.gates.indices { blends.gates[index].isOpen = isOpen(blends.gates[index]) }
        for queue in blends.followers { tellHeldBack(from: queue) }
    }

    /// Follows a change of how many agents of a queue are idle, or of its service level.
    mutating func followBlending(behind first: Int32) {
        for index in blends.gates.indices where blends.gates[index].first == first {
            let isOpen = isOpen(blends.gates[index])
            guard isOpen != blends.gates[index].isOpen else { continue }
            blends.gates[index].isOpen = isOpen
            tellHeldBack(from: blends.gates[index].queue)
            if isOpen { reopened.append(blends.gates[index]) }
        }
    }

    /// Has agents look for contacts that were held back from them until now.
    ///
    /// - Returns: Whether there were such contacts.
    mutating func lookAtReopened() -> Bool {
        guard let gate = reopened.popLast() else { return false }
        guard matching.waitingCount(in: QueueSlot(Int(gate.queue))) > 0 else { return true }
        var agents: [Int32] = []
        let (firsts, others) = (membership.members(of: gate.first), membership.members(of: gate.queue))
        firsts.forEach(in: others) { agent in
            if !matching.freeChannels(of: AgentSlot(Int(agent))).isEmpty { agents.append(agent) }
            return true
        }
        pendingAgents += agents.sorted { agentRecords[Int($0)].idleRank < agentRecords[Int($1)].idleRank }
        return true
    }

    /// Why contacts of a queue are held back from an agent, in words that follow "is kept for"; nil when they are not.
    func reasonHeldBack(_ agent: Int32, from queue: Int32) -> String? {
        let gate = blends.gates.first { gate in
            gate.queue == queue && !gate.isOpen && membership.contains(agent: agent, queue: gate.first)
        }
        guard let gate else { return nil }
        let first = queueRecords[Int(gate.first)]
        let idle = idleCount(in: gate.first)
        if let least = gate.idle, idle <= least {
            return "queue \(first.configuration.id), which is to have more than \(least) idle and has \(idle)"
        }
        return "queue \(first.configuration.id), which is below its service level"
    }

    private mutating func isOpen(_ gate: BlendTable.Gate) -> Bool {
        if let least = gate.idle, idleCount(in: gate.first) <= least { return false }
        return !gate.keepsServiceLevel || queueRecords[Int(gate.first)].shortfall == 0
    }

    /// How many agents of a queue are idle whose sites are open for it.
    @inline(__always)
    private func idleCount(in queue: Int32) -> Int {
        membership.idleCount(in: queue, besides: matching.barred(from: QueueSlot(Int(queue))))
    }

    private mutating func tellHeldBack(from queue: Int32) {
        var agents = SlotSet()
        for gate in blends.gates where gate.queue == queue && !gate.isOpen {
            var kept = membership.members(of: gate.first)
            kept.subtract(matching.barred(from: QueueSlot(Int(gate.first))))
            agents.formUnion(kept)
        }
        matching.setHeldBack(
            agents, from: QueueSlot(Int(queue)), before: queueRecords[Int(queue)].rules.firstTakingReserved)
    }
}
