extension Matching {
    /// Says what an agent is able to do; nothing is done if that is what was known. Who is free stays free.
    ///
    /// - Parameters:
    ///   - queues: Those the agent is a member of; nil for all.
    ///   - releases: What the agent may have a share of; to be said before any contact is put in.
    /// - Complexity: O(classes).
    package mutating func setAgent(
        _ agent: AgentSlot, profile: AgentProfile, queues: [QueueSlot]?, releases shares: [Release] = []
    ) {
        guard eligibility.set(agent.index, profile: profile, queues: queues, releases: shares) else { return }
        for release in shares { releases.insert(release) }
        table.forgetRow(of: agent.index)
        for index in table.entries.indices where !table.entries[index].isVacant {
            let key = table.entries[index].key
            let mayServe =
                !isBarred(agent, from: key.queue)
                && eligibility.mayServe(agent.index, key, residual: table.entries[index].residual)
            table.entries[index].eligible.set(agent.index, to: mayServe)
            guard mayServe, let position = free.rings[Int(key.channel.rawValue)].position(of: agent.index) else {
                continue
            }
            table.entries[index].cursor = min(table.entries[index].cursor, position)
        }
        if !free.channels(of: agent.index).isEmpty { table.refreshRow(of: agent.index) }
    }

    /// Says for which channels an agent could take one more contact; none takes the agent out.
    ///
    /// - Parameters:
    ///   - idleSince: The lower, the longer idle; any number that rises with time. Cheapest when none who is free has
    ///     a higher one, and right in any case. Of equal ranks the lower slot goes first.
    ///   - occupancy: The lower, the less occupied, for ``AgentOrder/leastOccupied``.
    package mutating func setFree(
        _ agent: AgentSlot, channels: ChannelSet, idleSince rank: UInt64, occupancy: UInt32 = 0
    ) {
        let (leave, join) = free.note(agent.index, channels: channels, rank: rank, occupancy: occupancy)
        leave.forEachIndex { free.leave($0, agent.index) }
        join.forEachIndex { channel in
            if let compaction = free.compact(channel) { table.moveCursors(channel: channel, compaction) }
            if let position = free.join(channel, agent.index) {
                table.lowerCursors(of: agent.index, channel: channel, to: position)
            }
        }
        if !channels.isEmpty { table.refreshRow(of: agent.index) }
    }

    /// The channels for which the agent is free.
    package func freeChannels(of agent: AgentSlot) -> ChannelSet { free.channels(of: agent.index) }

    /// How many agents who are members of the queue are free for the channel, whatever the requirement.
    /// Complexity: O(agents / 64).
    package func freeAgentCount(in queue: QueueSlot, channel: Channel) -> Int {
        members(of: queue).intersectionCount(free.sets[Int(channel.rawValue)])
    }
}
