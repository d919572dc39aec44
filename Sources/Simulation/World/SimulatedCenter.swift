import ContactCenter

/// The small center that schedules are played on: two queues that share agents, three channels, a ring, limits.
enum SimulatedCenter {
    /// Parses a requirement of this file, which is known to be right.
    private static func requirement(_ text: String) -> Requirement? {
        try? Requirement(parsing: text)
    }

    static let configuration: CenterConfiguration = {
        var support = QueueConfiguration(id: "support")
        support.requirement = requirement("support >= 3")
        support.rings = [RingConfiguration(after: .seconds(30), requirement: requirement("support >= 1"))]
        support.maximumWait = .seconds(600)
        support.maximumLength = 12
        support.callbacks = callbacks(first: .agent)
        var sales = QueueConfiguration(id: "sales")
        sales.requirement = requirement("sales >= 1")
        sales.order = .mostSkilled
        sales.wrapUpLimit = .zero
        sales.priority = 1
        sales.preferredAgents.takesLast = true
        sales.callbacks = callbacks(first: .customer)
        let blended = CapacityConfiguration(
            id: "blended",
            channels: [
                ChannelCapacity(channel: .voice, maximum: 1, excludes: [.chat], interrupts: [.email]),
                ChannelCapacity(channel: .chat, maximum: 2), ChannelCapacity(channel: .email, maximum: 1),
            ])
        var settings = CenterSettings()
        settings.endedRetention = .seconds(86_400)
        var configuration = CenterConfiguration(
            name: "Simulated", settings: settings, sites: [SiteConfiguration(id: "home", timeZone: "Europe/Berlin")],
            skills: [SkillConfiguration(id: "support"), SkillConfiguration(id: "sales")], capacities: [blended],
            dispositions: [DispositionConfiguration(code: "done")],
            reasons: [ReasonConfiguration(code: "no-answer")], queues: [support, sales], agents: agents)
        configuration.customers.remembered = .seconds(3_600)
        return configuration
    }()

    /// Customers are called twice, with little time between.
    static func callbacks(first: CallbackRules.First) -> CallbackRules {
        var rules = CallbackRules()
        rules.first = first
        rules.attempts = 2
        rules.pause = .seconds(40)
        rules.ringTime = .seconds(20)
        return rules
    }

    private static let agents = [
        agent("ana", ["support": 5]), agent("ben", ["support": 2, "sales": 4]),
        agent("cho", ["sales": 8, "support": 9]),
    ]

    private static func agent(_ id: AgentID, _ skills: [SkillID: Int]) -> AgentConfiguration {
        AgentConfiguration(id: id, site: "home", skills: skills, capacity: "blended")
    }
}
