/// Contacts that are interrupted: connected to an agent who has one of a channel that goes first.
///
/// An interrupted contact stays connected, and goes on by itself when what interrupts it has left the agent's hands,
/// wrap-up included. So it is nothing but a matter of what the agent has in hand, and no state of its own.
extension Floor {
    /// What an agent has in hand of this floor's and of others' contacts.
    private func inHand(of agent: Int32) -> [(id: ContactID, channel: Channel, state: ContactState)] {
        let records = contacts.records
        var all: [(id: ContactID, channel: Channel, state: ContactState)] = []
        for slot in agentRecords[Int(agent)].contacts where records[Int(slot)].isInHand {
            all.append((records[Int(slot)].id, records[Int(slot)].channel, records[Int(slot)].state))
        }
        for id in agentRecords[Int(agent)].guests {
            guard let guest = guests[id], guest.phase == .held else { continue }
            all.append((guest.contact.id, guest.contact.channel, guest.contact.state))
        }
        return all
    }

    /// The contacts of an agent that are interrupted, by rising id.
    func interrupted(of agent: Int32) -> [ContactID] {
        let limits = agentRecords[Int(agent)].limits
        guard agentRecords[Int(agent)].inHandCount > 1, limits.hasInterruptions else { return [] }
        let all = inHand(of: agent)
        let channels = ChannelSet(all.map { ChannelSet($0.channel) })
        let interrupted = all.filter { $0.state == .connected && limits.isInterrupted($0.channel, by: channels) }
        return interrupted.map(\.id).sorted()
    }

    /// The contact that interrupts another one; nil when it is not interrupted, as far as this floor knows.
    func interrupter(of slot: Int32) -> ContactID? {
        let record = contacts[slot]
        guard record.state == .connected, !record.isReserved, record.agent >= 0 else { return nil }
        let limits = agentRecords[Int(record.agent)].limits
        return inHand(of: record.agent).filter { limits.isInterrupted(record.channel, by: ChannelSet($0.channel)) }
            .map(\.id).min()
    }

    /// Tells an agent that other contacts of theirs are interrupted, or go on, when one of a channel came or went.
    mutating func tellInterruptions(_ agent: AgentID, by channel: Channel, _ directives: inout [Directive]) {
        guard let number = agentNumbers[agent] else { return }
        guard agentRecords[Int(number)].limits.interrupts(channel), agentRecords[Int(number)].inHandCount > 0,
            let view = self.agent(agent)
        else { return }
        directives.append(Directive(.agent(agent), .agentChanged(view)))
    }
}
