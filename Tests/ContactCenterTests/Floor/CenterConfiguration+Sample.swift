import ContactCenter

extension CenterConfiguration {
    /// Two queues, five agents, one reason, two dispositions left out unless a test adds them.
    static var sample: CenterConfiguration {
        var billing = QueueConfiguration(id: "billing", label: "Billing")
        billing.requirement = try? Requirement(parsing: "billing >= 3")
        var configuration = CenterConfiguration(name: "Test")
        configuration.sites = [SiteConfiguration(id: "fra", timeZone: "Europe/Berlin")]
        configuration.skills = [SkillConfiguration(id: "billing")]
        configuration.capacities = [
            CapacityConfiguration(
                id: "standard",
                channels: [
                    ChannelCapacity(channel: .voice, maximum: 1, excludes: [.chat], interrupts: [.email]),
                    ChannelCapacity(channel: .chat, maximum: 3),
                    ChannelCapacity(channel: .email, maximum: 2, excludes: [.voice]),
                ])
        ]
        configuration.reasons = [ReasonConfiguration(code: "no-answer"), ReasonConfiguration(code: "lunch")]
        configuration.queues = [QueueConfiguration(id: "general", label: "General"), billing]
        configuration.agents = [
            .sample("ann", billing: 8), .sample("bob", billing: 4), .sample("cid", billing: 1),
            .sample("dee", billing: 0), .sample("eve", billing: 5, queues: ["billing"]),
        ]
        return configuration
    }

    /// The sample with one queue changed.
    static func sample(_ queue: QueueID = "general", _ change: (inout QueueConfiguration) -> Void) -> Self {
        var configuration = sample
        for index in configuration.queues.indices where configuration.queues[index].id == queue {
            change(&configuration.queues[index])
        }
        return configuration
    }
}

extension AgentConfiguration {
    static func sample(_ id: AgentID, billing: Int, queues: Set<QueueID>? = nil) -> AgentConfiguration {
        AgentConfiguration(
            id: id, site: "fra", skills: billing > 0 ? ["billing": billing] : [:], capacity: "standard", queues: queues)
    }
}
