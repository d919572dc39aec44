import ContactCenter
import Wire

/// The configuration of a play: agents with one skill, two queues, two channels that exclude each other.
enum ReservationCast {
    static let capacity: [Channel: Int] = [.voice: 1, .chat: 2]

    static func make(
        floors: Int, _ random: inout SeededGenerator
    ) -> (configuration: CenterConfiguration, homes: [AgentID: Int]) {
        var configuration = CenterConfiguration(name: "Play")
        configuration.sites = [SiteConfiguration(id: "fra", timeZone: "Europe/Berlin")]
        configuration.skills = [SkillConfiguration(id: "billing")]
        configuration.capacities = [
            CapacityConfiguration(
                id: "standard",
                channels: [
                    ChannelCapacity(channel: .voice, maximum: 1, excludes: [.chat]),
                    ChannelCapacity(channel: .chat, maximum: 2),
                ])
        ]
        configuration.reasons = [ReasonConfiguration(code: "no-answer")]
        var billing = QueueConfiguration(id: "billing", label: "Billing")
        billing.requirement = try? Requirement(parsing: "billing >= 5")
        billing.order = AgentOrder.allCases[random.below(AgentOrder.allCases.count)]
        var general = QueueConfiguration(id: "general", label: "General")
        general.preferredAgents.wait = .seconds(random.below(3))
        configuration.queues = [general, billing]
        configuration.settings.offerTimeout = .seconds(3)
        configuration.settings.wrapUpLimit = random.chance(0.5) ? .zero : .seconds(2)
        configuration.settings.streamGrace = .seconds(1)
        configuration.settings.unansweredLimit = random.below(3)
        configuration.settings.endedRetention = .seconds(80_000)
        configuration.settings.commandWindow = .seconds(30)
        var homes: [AgentID: Int] = [:]
        for floor in 0..<floors {
            for number in 0..<(1 + random.below(3)) {
                let id = AgentID("a\(floor)-\(number)")
                homes[id] = floor
                configuration.agents.append(
                    AgentConfiguration(
                        id: id, site: "fra", skills: random.chance(0.6) ? ["billing": 3 + random.below(6)] : [:],
                        capacity: "standard"))
            }
        }
        return (configuration, homes)
    }

    /// Whether an agent of the configuration could take a contact, whatever they have in hand.
    static func mayServe(_ agent: AgentConfiguration, _ contact: ContactView) -> Bool {
        contact.requirement?.isMet(by: AgentProfile(agent), contact: contact.attributes) ?? true
    }

    /// Whether somebody with these in hand has room for one more on a channel.
    static func hasRoom(beside load: [Channel: Int], for channel: Channel) -> Bool {
        let other = channel == .voice ? Channel.chat : .voice
        return load[channel, default: 0] < capacity[channel, default: 0] && load[other, default: 0] == 0
    }
}
