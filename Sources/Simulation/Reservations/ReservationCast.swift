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
        general.callbacks = callbacks(first: random.chance(0.5) ? .agent : .customer)
        general.overflow = [OverflowRule(after: .seconds(20), .queue("billing"))]
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
        if random.chance(0.3) { configuration.queues[0].blending = Blending(behind: ["billing"], idle: 0) }
        // Of a copy, so that plays without hours are what they would be if there were none.
        var other = random
        if other.chance(0.3) { addHours(to: &configuration, homes, closing: SiteClosing.allCases[other.below(2)]) }
        return (configuration, homes)
    }

    private static func callbacks(first: CallbackRules.First) -> CallbackRules {
        var rules = CallbackRules()
        (rules.first, rules.attempts, rules.pause, rules.ringTime) = (first, 2, .seconds(1), .seconds(5))
        return rules
    }

    /// Gives every other floor's agents a site of their own, which is open every other minute.
    private static func addHours(
        to configuration: inout CenterConfiguration, _ homes: [AgentID: Int], closing: SiteClosing
    ) {
        configuration.sites.append(SiteConfiguration(id: "nyc", timeZone: "Etc/UTC"))
        configuration.calendars = [
            CalendarConfiguration(
                id: "odd", timeZone: "Etc/UTC",
                weekly: (1...7).flatMap { day in
                    stride(from: 22 * 60 + 13, to: 22 * 60 + 40, by: 2).map { minute in
                        WeeklyInterval(weekday: day, startMinute: minute, endMinute: minute + 1)
                    }
                })
        ]
        configuration.sites[1].calendar = "odd"
        configuration.queues[0].sites = ["fra", "nyc"]
        configuration.queues[0].closing = closing
        for index in configuration.agents.indices where homes[configuration.agents[index].id, default: 0] % 2 == 1 {
            configuration.agents[index].site = "nyc"
        }
    }

    /// Whether an agent of the configuration could take a contact, whatever they have in hand.
    static func mayServe(_ agent: AgentConfiguration, _ contact: ContactView) -> Bool {
        contact.requirement?.isMet(by: AgentProfile(agent), contact: contact.attributes) ?? true
    }

    /// Whether an agent may be kept from a contact for the work of another queue.
    static func mayBeKept(
        _ agent: AgentConfiguration, from contact: ContactView, _ configuration: CenterConfiguration
    ) -> Bool {
        let queue = configuration.queues.first { $0.id == contact.queue }
        return queue?.blending != nil && agent.skills["billing", default: 0] >= 5
    }

    /// Whether an agent's site has hours, and they are over.
    static func isClosed(_ site: SiteID, at now: Timestamp, in configuration: CenterConfiguration) -> Bool {
        let calendar = configuration.sites.first { $0.id == site }?.calendar
        return calendar.flatMap { configuration.businessCalendar($0) }.map { !$0.isOpen(at: now) } ?? false
    }

    /// Whether somebody with these in hand has room for one more on a channel.
    static func hasRoom(beside load: [Channel: Int], for channel: Channel) -> Bool {
        let other = channel == .voice ? Channel.chat : .voice
        return load[channel, default: 0] < capacity[channel, default: 0] && load[other, default: 0] == 0
    }
}
