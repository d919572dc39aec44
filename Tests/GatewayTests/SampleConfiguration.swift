import ContactCenter

/// The file that describes the sample center.
let sampleSource = """
    center: { name: Sample }
    sites:
      fra: { time-zone: Europe/Berlin }
    skills:
      billing: Billing
    capacities:
      all:
        voice: { maximum: 1 }
        chat: { maximum: 2 }
    dispositions:
      solved: Solved
    reasons:
      meal: Meal
      no-answer: No answer
    queues:
      support:
        label: Support
      billing:
        label: Billing
        requirement: billing >= 3
        maximum-length: 1
    agents:
      ada: { label: Ada, site: fra, capacity: all, skills: { billing: 5 } }
      bob: { label: Bob, site: fra, capacity: all }
    """

extension CenterConfiguration {
    /// A center with two queues and two agents, the same as ``sampleSource``.
    static var sample: CenterConfiguration {
        var billing = QueueConfiguration(id: "billing", label: "Billing")
        billing.requirement = try? Requirement(parsing: "billing >= 3")
        billing.maximumLength = 1
        return CenterConfiguration(
            name: "Sample", sites: [SiteConfiguration(id: "fra", timeZone: "Europe/Berlin")],
            skills: [SkillConfiguration(id: "billing", label: "Billing")],
            capacities: [
                CapacityConfiguration(
                    id: "all",
                    channels: [
                        ChannelCapacity(channel: .voice, maximum: 1), ChannelCapacity(channel: .chat, maximum: 2),
                    ])
            ],
            dispositions: [DispositionConfiguration(code: "solved", label: "Solved")],
            reasons: [
                ReasonConfiguration(code: "meal", label: "Meal"),
                ReasonConfiguration(code: "no-answer", label: "No answer"),
            ],
            queues: [QueueConfiguration(id: "support", label: "Support"), billing],
            agents: [
                AgentConfiguration(id: "ada", label: "Ada", site: "fra", skills: ["billing": 5], capacity: "all"),
                AgentConfiguration(id: "bob", label: "Bob", site: "fra", capacity: "all"),
            ])
    }
}
