@testable import ContactCenter

/// What ``Matching`` finds, found by looking at everything.
struct MatchingOracle {
    struct Agent {
        var profile: AgentProfile
        var queues: [QueueSlot]?
        var channels: ChannelSet = []
        var rank: UInt64 = 0
        var occupancy: UInt32 = 0
    }

    struct Contact {
        var queue: QueueSlot
        var requirement: Requirement?
        var ring: Int
        var channel: Channel
        var attributes: Attributes
        var priority: Int
        var enqueuedAt: Int64
        var number: UInt64
    }

    var agents: [Int: Agent] = [:]
    var contacts: [Int: Contact] = [:]
    var orders: [AgentOrder]
    var lastOffered: [Int?]
    var weights = [Double](repeating: 1, count: 6)
    var shortfalls = [Double](repeating: 0, count: 6)

    func mayServe(_ agent: Agent, _ contact: Contact) -> Bool {
        (agent.queues?.contains(contact.queue) ?? true)
            && contact.requirement?.isMet(by: agent.profile, contact: contact.attributes) ?? true
    }

    func bestContact(for slot: Int, at now: Int64, excluding excluded: Set<Int>) -> Int? {
        guard let agent = agents[slot] else { return nil }
        return contacts.filter { slot, contact in
            agent.channels.contains(contact.channel) && mayServe(agent, contact) && !excluded.contains(slot)
        }.min { left, right in
            key(left.value, now).lexicographicallyPrecedes(key(right.value, now))
        }?.key
    }

    private func key(_ contact: Contact, _ now: Int64) -> [Double] {
        let queue = Int(contact.queue.index)
        return [
            Double(-contact.priority), -shortfalls[queue], -Double(now - contact.enqueuedAt) * weights[queue],
            Double(contact.enqueuedAt), Double(contact.number),
        ]
    }

    func bestAgent(for contact: Contact, excluding excluded: Set<Int>) -> Int? {
        let free = agents.filter { slot, agent in
            agent.channels.contains(contact.channel) && mayServe(agent, contact) && !excluded.contains(slot)
        }
        let queue = Int(contact.queue.index)
        return free.min { left, right in
            key(left, contact, orders[queue], lastOffered[queue]).lexicographicallyPrecedes(
                key(right, contact, orders[queue], lastOffered[queue]))
        }?.key
    }

    func waiting(in queue: Int) -> [Contact] { contacts.values.filter { $0.queue.index == queue } }

    private func key(_ entry: (key: Int, value: Agent), _ contact: Contact, _ order: AgentOrder, _ last: Int?) -> [Int]
    {
        let (slot, agent) = entry
        let rank = Int(agent.rank)
        switch order {
        case .longestIdle: return [rank, slot]
        case .mostSkilled:
            let skills = contact.requirement?.skills ?? []
            return [-skills.map { agent.profile.level(of: $0) }.reduce(0, +), rank, slot]
        case .leastOccupied: return [Int(agent.occupancy), rank, slot]
        case .roundRobin: return [slot > last ?? -1 ? 0 : 1, slot]
        }
    }
}
