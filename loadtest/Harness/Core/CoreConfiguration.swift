import ContactCenter
import Wire

/// The center of a core benchmark: nine tenths of the queues are busy, with a long line before each and no agent
/// free; the others are quiet, with agents of their own, all idle. Contacts of a busy queue ask for one of four things.
struct CoreConfiguration {
    static let start = Timestamp(microseconds: 1_800_000_000_000_000)

    let scale: CoreScale
    let configuration: CenterConfiguration
    let busyQueues: [QueueID]
    let quietQueues: [QueueID]
    let busyAgents: [AgentID]
    let quietAgents: [AgentID]
    /// What some contacts of busy queues ask instead of what their queue does.
    let requirements: [Requirement]

    init(scale: CoreScale) throws(RequirementError) {
        self.scale = scale
        var random = SeededGenerator(seed: 11)
        var queues: [QueueConfiguration] = []
        for queue in 0..<scale.queues {
            var configured = QueueConfiguration(id: QueueID("queue\(queue)"))
            let text = "skill\(random.below(scale.skills)) >= \(1 + random.below(3)) OR all"
            if !queue.isMultiple(of: 2) { configured.requirement = try Requirement(parsing: text) }
            queues.append(configured)
        }
        requirements = try Self.requirements(scale, &random)
        let quietCount = max(1, scale.queues / 10)
        let busy = queues.dropLast(quietCount).map(\.id)
        let quiet = queues.suffix(quietCount).map(\.id)
        (busyQueues, quietQueues) = (busy, quiet)
        var agents: [AgentConfiguration] = []
        for agent in 0..<scale.agents {
            let isQuiet = agent.isMultiple(of: 10)
            var skills = Self.skills(scale, &random)
            if isQuiet { skills["all"] = 1 }
            let members = isQuiet ? quiet : (0..<10).map { _ in busy[random.below(busy.count)] }
            agents.append(
                AgentConfiguration(
                    id: AgentID("agent\(agent)"), site: "site", skills: skills, capacity: "one", queues: Set(members)))
        }
        busyAgents = agents.indices.filter { !$0.isMultiple(of: 10) }.map { agents[$0].id }
        quietAgents = agents.indices.filter { $0.isMultiple(of: 10) }.map { agents[$0].id }
        configuration = CenterConfiguration(
            name: "benchmark", sites: [SiteConfiguration(id: "site", timeZone: "UTC")],
            skills: (0..<scale.skills).map { SkillConfiguration(id: SkillID("skill\($0)")) }
                + [SkillConfiguration(id: "all")],
            capacities: [CapacityConfiguration(id: "one", channels: [ChannelCapacity(channel: .voice, maximum: 1)])],
            queues: queues, agents: agents)
    }

    private static func requirements(
        _ scale: CoreScale, _ random: inout SeededGenerator
    ) throws(RequirementError) -> [Requirement] {
        var requirements: [Requirement] = []
        for _ in 0..<3 * scale.queues {
            let text = "skill\(random.below(scale.skills)) >= \(1 + random.below(5))"
            requirements.append(try Requirement(parsing: text))
        }
        return requirements
    }

    /// Five skills or so, at random levels.
    static func skills(_ scale: CoreScale, _ random: inout SeededGenerator) -> [SkillID: Int] {
        var skills: [SkillID: Int] = [:]
        for _ in 0..<5 { skills[SkillID("skill\(random.below(scale.skills))")] = 1 + random.below(10) }
        return skills
    }
}
