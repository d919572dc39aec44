extension ConfigurationCheck {
    /// Whether what a queue goes behind is there, asks for something, and goes behind nothing itself.
    mutating func checkBlending(of queue: QueueConfiguration, at path: String) {
        guard let blending = queue.blending else { return }
        let path = "\(path).blending"
        check(blending.idle, in: ConfigurationBounds.blendingIdle, "number of idle agents", at: "\(path).idle")
        if blending.idle == nil, !blending.keepsServiceLevel {
            report(path, "queue `\(queue.id)` goes behind others whatever they have left; say what they are to keep")
        }
        let followers = Set(configuration.queues.filter { $0.blending != nil }.map(\.id))
        for other in blending.behind {
            if !queues.contains(other) {
                report(
                    "\(path).behind",
                    "queue `\(queue.id)` goes behind queue `\(other)`, which is not defined"
                        + advice(other, among: configuration.queues.map(\.id)))
            } else if followers.contains(other) {
                report(
                    "\(path).behind",
                    "queue `\(queue.id)` goes behind queue `\(other)`, which goes behind others itself; name those")
            }
        }
    }

    /// Whether what is new to an agent is something that they have at all.
    mutating func checkReleases(of agent: AgentConfiguration, at path: String) {
        let channels = configuration.capacities.first { $0.id == agent.capacity }?.channels.map(\.channel)
        var seen: Set<Release.Subject> = []
        for release in agent.releases {
            let name: String
            switch release.subject {
            case .channel(let channel):
                name = "channels.\(channel.name)"
                if let channels, !channels.contains(channel) {
                    report(
                        "\(path).releases.\(name)",
                        "agent `\(agent.id)` gets a share of channel `\(channel.name)`, which is not in capacity profile "
                            + "`\(agent.capacity)`")
                }
            case .skill(let skill):
                name = "skills.\(skill)"
                if agent.skills[skill] == nil {
                    report(
                        "\(path).releases.\(name)",
                        "agent `\(agent.id)` gets a share by skill `\(skill)`, which is not among the agent's"
                            + advice(skill, among: agent.skills.keys.sorted()))
                }
            }
            check(
                release.thousandths, in: ConfigurationBounds.released, "share in thousandths",
                at: "\(path).releases.\(name)")
            if !seen.insert(release.subject).inserted {
                report("\(path).releases.\(name)", "agent `\(agent.id)` has two shares of the same; leave one out")
            }
        }
    }
}
