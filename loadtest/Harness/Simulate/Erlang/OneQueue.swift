import ContactCenter

/// A center of one queue that all agents serve, one contact at a time.
enum OneQueue {
    /// Its queue.
    static let id: QueueID = "queue"

    /// The configuration of a center.
    ///
    /// - Parameter agents: By site.
    static func configuration(agents: [Int]) -> CenterConfiguration {
        var configuration = CenterConfiguration(name: "One queue")
        configuration.settings.wrapUpLimit = .zero
        configuration.settings.unansweredLimit = 0
        configuration.settings.endedRetention = .seconds(10)
        configuration.settings.commandWindow = .seconds(10)
        configuration.queues = [QueueConfiguration(id: id, label: "Queue")]
        configuration.capacities = [
            CapacityConfiguration(id: "one", channels: [ChannelCapacity(channel: .voice, maximum: 1)])
        ]
        for (number, count) in agents.enumerated() {
            let site = SiteID("site-\(number)")
            configuration.sites.append(SiteConfiguration(id: site, timeZone: "Etc/UTC"))
            for agent in 0..<count {
                let id = AgentID("agent-\(number)-\(agent)")
                configuration.agents.append(AgentConfiguration(id: id, site: site, capacity: "one"))
            }
        }
        return configuration
    }
}
