extension ConfigurationCheck {
    mutating func checkAgents() {
        checkIDs(configuration.agents.map(\.id), "agent", "agents")
        checkLabels(configuration.agents.map(\.label), "agents")
        for (index, agent) in configuration.agents.enumerated() {
            let path = "agents[\(index)]"
            if !sites.contains(agent.site) {
                report(
                    "\(path).site",
                    "agent `\(agent.id)` names site `\(agent.site)`, which is not defined"
                        + advice(agent.site, among: configuration.sites.map(\.id)))
            }
            if !capacities.contains(agent.capacity) {
                report(
                    "\(path).capacity",
                    "agent `\(agent.id)` names capacity profile `\(agent.capacity)`, which is not defined"
                        + advice(agent.capacity, among: configuration.capacities.map(\.id)))
            }
            checkSkills(of: agent, at: path)
            checkQueues(of: agent, at: path)
            checkReleases(of: agent, at: path)
            if agent.attributes.entries.count > Attributes.countBound {
                report("\(path).attributes", "agent `\(agent.id)` has more than \(Attributes.countBound) attributes")
            }
        }
    }

    private mutating func checkSkills(of agent: AgentConfiguration, at path: String) {
        for (skill, level) in agent.skills.sorted(by: { $0.key < $1.key }) {
            if !skills.contains(skill) {
                report(
                    "\(path).skills.\(skill)",
                    "agent `\(agent.id)` has skill `\(skill)`, which is not defined"
                        + advice(skill, among: configuration.skills.map(\.id)))
            }
            check(level, in: ConfigurationBounds.level, "level of skill `\(skill)`", at: "\(path).skills.\(skill)")
        }
    }

    private mutating func checkQueues(of agent: AgentConfiguration, at path: String) {
        for queue in (agent.queues ?? []).sorted() where !queues.contains(queue) {
            report(
                "\(path).queues.\(queue)",
                "agent `\(agent.id)` serves queue `\(queue)`, which is not defined"
                    + advice(queue, among: configuration.queues.map(\.id)))
        }
        guard let queue = agent.reservedFor else { return }
        if !queues.contains(queue) {
            report(
                "\(path).reservedFor",
                "agent `\(agent.id)` is reserved for queue `\(queue)`, which is not defined"
                    + advice(queue, among: configuration.queues.map(\.id)))
        } else if agent.queues?.contains(queue) == false {
            report(
                "\(path).reservedFor",
                "agent `\(agent.id)` is reserved for queue `\(queue)`, but does not serve it; list it among the "
                    + "agent's queues")
        }
    }
}
