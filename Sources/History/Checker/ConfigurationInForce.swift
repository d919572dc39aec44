import ContactCenter

/// A recorded configuration, laid out for questions.
struct ConfigurationInForce {
    private let queues: [QueueID: HistoryConfiguration.Queue]
    private let agents: [AgentID: Agent]
    private let wrapUpLimit: Int64?
    private var requirements: [String: Requirement?] = [:]

    struct Agent {
        let profile: AgentProfile
        let queues: Set<QueueID>?
        let limits: [Channel: Limit]
        let home: UInt16?
    }

    struct Limit {
        let maximum: Int
        let excludes: Set<Channel>
        let interrupts: Set<Channel>
    }

    init(_ configuration: HistoryConfiguration) {
        queues = Dictionary(configuration.queues.map { ($0.id, $0) }) { $1 }
        wrapUpLimit = configuration.wrapUpLimit
        let capacities = Dictionary(configuration.capacities.map { ($0.id, Self.limits($0)) }) { $1 }
        agents = Dictionary(
            configuration.agents.map { agent in
                let skills = Dictionary(agent.skills.map { (SkillID($0.key), $0.value) }) { $1 }
                let attributes = Attributes(agent.attributes.mapValues(\.attribute))
                return (
                    agent.id,
                    Agent(
                        profile: AgentProfile(skills: skills, attributes: attributes, site: agent.site),
                        queues: agent.queues.map(Set.init), limits: capacities[agent.capacity] ?? [:], home: agent.home)
                )
            }
        ) { $1 }
    }

    private static func limits(_ capacity: HistoryConfiguration.Capacity) -> [Channel: Limit] {
        var limits: [Channel: Limit] = [:]
        for limit in capacity.channels {
            guard let channel = Channel(name: limit.channel) else { continue }
            limits[channel] = Limit(
                maximum: limit.maximum, excludes: Set(limit.excludes.compactMap { Channel(name: $0) }),
                interrupts: Set(limit.interrupts.compactMap { Channel(name: $0) }))
        }
        return limits
    }

    func queue(_ id: QueueID) -> HistoryConfiguration.Queue? { queues[id] }
    func agent(_ id: AgentID) -> Agent? { agents[id] }

    func wrapUp(in queue: QueueID) -> WrapUpLimit {
        guard let queue = queues[queue] else { return .unknown }
        return (queue.wrapUpLimit ?? wrapUpLimit).map(WrapUpLimit.limited) ?? .none
    }

    /// Whether the agent serves the queue and meets the requirement, nil asking nothing. A requirement that cannot
    /// be read counts as met: the center would not have taken it.
    mutating func serves(_ agent: Agent, _ queue: QueueID, _ requirement: String?, _ contact: Attributes) -> Bool {
        guard agent.queues?.contains(queue) ?? true else { return false }
        guard let requirement else { return true }
        return parsed(requirement)?.isMet(by: agent.profile, contact: contact) ?? true
    }

    private mutating func parsed(_ text: String) -> Requirement? {
        if let known = requirements[text] { return known }
        let requirement = try? Requirement(parsing: text)
        requirements[text] = .some(requirement)
        return requirement
    }
}
